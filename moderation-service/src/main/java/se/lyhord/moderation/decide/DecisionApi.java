package se.lyhord.moderation.decide;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.review.ReviewRefused;

/** Decisions by scripts, guarded by the version that was read (RFC 9110, If-Match). */
@RestController
class DecisionApi {

    private static final Pattern VERSION = Pattern.compile("\"?(\\d{1,18})\"?");

    private final DecideReview decide;
    private final Problems problems;

    DecisionApi(DecideReview decide, Problems problems) {
        this.decide = decide;
        this.problems = problems;
    }

    @PostMapping("/api/v1/reviews/{petitionId}/decision")
    ResponseEntity<?> decide(
            @PathVariable UUID petitionId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody DecisionForm form,
            Authentication login,
            Locale locale) {
        var version = VERSION.matcher(ifMatch == null ? "" : ifMatch);
        if (!version.matches()) {
            return refuse(problems.of(HttpStatus.PRECONDITION_REQUIRED, "version-needed", locale));
        }
        var errors = form.errors(problems, locale);
        if (!errors.isEmpty()) {
            return refuse(problems.ofFields(errors, locale));
        }
        try {
            decide.decide(
                    petitionId,
                    Long.parseLong(version.group(1)),
                    form.toDecision(),
                    StaffMember.of(login),
                    form.noteOrNull());
            return ResponseEntity.noContent().build();
        } catch (ReviewRefused refused) {
            return refuse(problem(refused, locale));
        }
    }

    private ProblemDetail problem(ReviewRefused refused, Locale locale) {
        return switch (refused.reason()) {
            case ALREADY_DECIDED -> problems.of(HttpStatus.CONFLICT, "already-decided", locale);
            case CHANGED_MEANWHILE ->
                    problems.of(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", locale);
            case TEXT_NOT_HERE -> problems.of(HttpStatus.CONFLICT, "text-not-here", locale);
            case OWN_PROPOSAL, OTHER_STATE ->
                    problems.of(HttpStatus.CONFLICT, "other-state", locale);
            case MISPLACED_REDACTION ->
                    problems.of(HttpStatus.CONFLICT, "misplaced-redaction", locale);
            case UNKNOWN_DUPLICATE -> problems.of(HttpStatus.CONFLICT, "unknown-duplicate", locale);
            case UNKNOWN_AUTHORITY -> problems.of(HttpStatus.CONFLICT, "unknown-authority", locale);
            case UNKNOWN_PETITION -> problems.of(HttpStatus.NOT_FOUND, "no-review", locale);
        };
    }

    private static ResponseEntity<ProblemDetail> refuse(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
