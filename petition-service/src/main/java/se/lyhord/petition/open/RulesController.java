package se.lyhord.petition.open;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.Fields;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.PetitionRules;
import se.lyhord.petition.petition.VotingPeriod;

/** The rules that petitions open under; a running petition keeps its own. */
@RestController
@RequestMapping("/api/v1/rules")
class RulesController {

    private static final int MOST_VOTES = 10_000_000;
    private static final int OLDEST = 120;

    private final StoredRules rules;

    RulesController(StoredRules rules) {
        this.rules = rules;
    }

    /** New rules as they came. */
    record RulesForm(
            @Nullable String votingPeriod,
            @Nullable Integer threshold,
            @Nullable Integer minimumAge) {}

    /** The rules in force. */
    @GetMapping
    PetitionRules current() {
        return rules.current();
    }

    /**
     * Sets new rules, for petitions that open from now on.
     *
     * @param seen the version that the administrator has seen, or nothing to change whatever holds
     */
    @PutMapping
    PetitionRules change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody RulesForm form) {
        Fields fields = new Fields();
        VotingPeriod period = fields.value("votingPeriod", form.votingPeriod(), VotingPeriod::of);
        int threshold = fields.number("threshold", form.threshold(), 1, MOST_VOTES);
        int minimumAge = fields.number("minimumAge", form.minimumAge(), 0, OLDEST);
        fields.refuseIfWrong();
        int version = rules.current().version();
        if (seen != null && !seen.equals("\"" + version + "\"")) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile");
        }
        PetitionRules changed =
                new PetitionRules(
                        version + 1, threshold, minimumAge, Objects.requireNonNull(period));
        try {
            rules.add(changed);
        } catch (DuplicateKeyException e) {
            throw new Refusal(HttpStatus.CONFLICT, "changed-meanwhile");
        }
        return changed;
    }
}
