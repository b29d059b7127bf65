package se.lyhord.petition.outcome;

import java.util.UUID;
import java.util.regex.Matcher;
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
import se.lyhord.petition.config.Refusal;

/** Where a case officer records what the municipality decided. */
@RestController
class OutcomeController {

    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,6})\"?");

    private final Outcomes outcomes;

    OutcomeController(Outcomes outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * Records or corrects the outcome.
     *
     * @param seen the version of the outcome the officer has seen, {@code "0"} for none
     */
    @PutMapping("/api/v1/petitions/{id}/outcome")
    ResponseEntity<Void> record(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @RequestBody OutcomeForm form) {
        int version = outcomes.record(id, version(seen), form);
        return ResponseEntity.noContent().eTag("\"" + version + "\"").build();
    }

    private static int version(@Nullable String seen) {
        if (seen == null) {
            throw new Refusal(HttpStatus.PRECONDITION_REQUIRED, "if-match-missing");
        }
        Matcher matcher = VERSION.matcher(seen.strip());
        if (!matcher.matches()) {
            throw new Refusal(HttpStatus.PRECONDITION_FAILED, "outcome-changed");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
