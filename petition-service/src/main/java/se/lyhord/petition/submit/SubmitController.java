package se.lyhord.petition.submit;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.petition.StatusKey;

/** Where a petition is handed in. */
@RestController
class SubmitController {

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
        Receipt receipt =
                submissions.submit(
                        FormKey.read(formKey), Submission.read(form), draftOf(form.draftKey()));
        UUID petition = receipt.petitionId().value();
        return ResponseEntity.created(URI.create("/api/v1/petitions/" + petition))
                .cacheControl(CacheControl.noStore())
                .body(new Submitted(petition, receipt.statusKey().reveal()));
    }

    private static @Nullable StatusKey draftOf(@Nullable String draftKey) {
        return draftKey == null ? null : StatusKey.presented(draftKey);
    }
}
