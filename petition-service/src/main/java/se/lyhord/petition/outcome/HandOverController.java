package se.lyhord.petition.outcome;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.config.FieldRefusal.Code;
import se.lyhord.petition.config.Fields;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.Committee;
import se.lyhord.petition.petition.PetitionCommand.HandOverPetition;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.PetitionResult;
import se.lyhord.petition.petition.PetitionResult.Accepted;
import se.lyhord.petition.petition.PetitionResult.Reason;
import se.lyhord.petition.petition.PetitionResult.Refused;
import se.lyhord.petition.petition.VotingPeriod;

/** Where a case officer says which committee has the case. */
@RestController
class HandOverController {

    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,6})\"?");

    private final Commands commands;
    private final DatabaseClock clock;

    HandOverController(Commands commands, DatabaseClock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** A hand-over as it came. */
    record HandOverForm(
            @Nullable String committee,
            @Nullable String registryNumber,
            @Nullable String handedOverOn) {}

    /**
     * Hands the case to a committee.
     *
     * @param seen the hand-over the officer has seen, {@code "0"} for none
     * @throws Refusal when fields are wrong (422), the vote has not ended or the case is answered
     *     (409), or somebody handed it over in between (412)
     */
    @PutMapping("/api/v1/petitions/{id}/hand-over")
    ResponseEntity<Void> handOver(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody HandOverForm form) {
        var version = VERSION.matcher(seen == null ? "" : seen.strip());
        if (!version.matches()) {
            throw new Refusal(HttpStatus.PRECONDITION_REQUIRED, "if-match-missing");
        }
        var now = clock.now();
        var fields = new Fields();
        var committee = fields.value("committee", form.committee(), Committee::new);
        var number = fields.line("registryNumber", form.registryNumber(), 1, 40);
        if (!number.isEmpty() && !OutcomeForm.isRegistryNumber(number)) {
            fields.refuse("registryNumber", Code.INVALID);
        }
        var day = fields.value("handedOverOn", form.handedOverOn(), LocalDate::parse);
        if (day != null && day.isAfter(now.atZone(VotingPeriod.STOCKHOLM).toLocalDate())) {
            fields.refuse("handedOverOn", Code.INVALID);
        }
        fields.refuseIfWrong();
        PetitionResult result =
                commands.send(
                        new HandOverPetition(
                                new PetitionId(id),
                                Objects.requireNonNull(committee),
                                number,
                                Objects.requireNonNull(day),
                                Integer.parseInt(version.group(1)),
                                now));
        return switch (result) {
            case Accepted ignored -> ResponseEntity.noContent().build();
            case Refused(Reason reason) when reason == Reason.HANDED_OVER_MEANWHILE ->
                    throw new Refusal(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile");
            case Refused ignored -> throw new Refusal(HttpStatus.CONFLICT, "not-closed");
        };
    }
}
