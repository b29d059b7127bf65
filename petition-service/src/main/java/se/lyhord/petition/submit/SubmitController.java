package se.lyhord.petition.submit;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.Refusal;

/** Where a petition is handed in. */
@RestController
class SubmitController {

    private static final int RANDOM_UUID = 4;

    private final Submissions submissions;

    SubmitController(Submissions submissions) {
        this.submissions = submissions;
    }

    /** The petition's identity, and the key to its status page, shown this once. */
    record Submitted(UUID petitionId, String statusKey) {

        @Override
        public String toString() {
            return "Submitted[" + petitionId + ", redacted]";
        }
    }

    /**
     * Hands in a petition.
     *
     * @param formKey a random UUID drawn with the form: sent twice, it gives the same answer
     */
    @PostMapping("/api/v1/petitions")
    ResponseEntity<Submitted> submit(
            @RequestBody SubmissionForm form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String formKey) {
        Receipt receipt = submissions.submit(formKey(formKey), Submission.read(form));
        UUID petition = receipt.petitionId().value();
        return ResponseEntity.created(URI.create("/api/v1/petitions/" + petition))
                .cacheControl(CacheControl.noStore())
                .body(new Submitted(petition, receipt.statusKey().reveal()));
    }

    /** Only a random UUID will do, since the status key follows from it. */
    private static UUID formKey(@Nullable String given) {
        if (given == null) {
            return UUID.randomUUID();
        }
        try {
            UUID key = UUID.fromString(given.strip());
            if (key.version() == RANDOM_UUID) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "bad-idempotency-key");
        }
        throw new Refusal(HttpStatus.BAD_REQUEST, "bad-idempotency-key");
    }
}
