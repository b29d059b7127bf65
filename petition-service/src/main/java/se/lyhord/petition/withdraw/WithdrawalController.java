package se.lyhord.petition.withdraw;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.PetitionCommand.WithdrawPetition;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.PetitionResult;
import se.lyhord.petition.petition.PetitionResult.Accepted;
import se.lyhord.petition.petition.PetitionResult.Refused;
import se.lyhord.petition.petition.StatusKey;

/** Where a petitioner takes the petition back. */
@RestController
class WithdrawalController {

    private final JdbcClient jdbc;
    private final Commands commands;
    private final DatabaseClock clock;

    WithdrawalController(JdbcClient jdbc, Commands commands, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Takes the petition back; again is no error. Whether this or a decision of the moderators was
     * first is settled by the petition's own history.
     *
     * @throws Refusal when the key opens nothing (404), or the petition is decided on (409)
     */
    @PostMapping("/api/v1/status/{statusKey}/withdrawal")
    ResponseEntity<Void> withdraw(@PathVariable String statusKey) {
        UUID petition =
                jdbc.sql("select petition_id from status_key where key_hash = ?")
                        .param(StatusKey.presented(statusKey).hash())
                        .query(UUID.class)
                        .optional()
                        .orElseThrow(Refusal::notFound);
        PetitionResult result =
                commands.send(new WithdrawPetition(new PetitionId(petition), clock.now()));
        return switch (result) {
            case Accepted ignored -> ResponseEntity.noContent().build();
            case Refused ignored -> throw new Refusal(HttpStatus.CONFLICT, "decided");
        };
    }
}
