package se.lyhord.petition.open;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    /** Sets new rules, for petitions that open from now on. */
    @PutMapping
    PetitionRules change(@RequestBody RulesForm form) {
        Fields fields = new Fields();
        VotingPeriod period = fields.value("votingPeriod", form.votingPeriod(), VotingPeriod::of);
        int threshold = fields.number("threshold", form.threshold(), 1, MOST_VOTES);
        int minimumAge = fields.number("minimumAge", form.minimumAge(), 0, OLDEST);
        fields.refuseIfWrong();
        PetitionRules changed =
                new PetitionRules(
                        rules.current().version() + 1,
                        threshold,
                        minimumAge,
                        Objects.requireNonNull(period));
        try {
            rules.add(changed);
        } catch (DuplicateKeyException e) {
            throw new Refusal(HttpStatus.CONFLICT, "changed-meanwhile");
        }
        return changed;
    }
}
