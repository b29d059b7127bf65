package se.lyhord.petition.submit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.Refusal;
import se.lyhord.petition.petition.StatusKey;

/** Where somebody saves what is not finished, goes on with it, and sees it as all will see it. */
@RestController
class DraftController {

    private final Drafts drafts;

    DraftController(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * A draft as it came.
     *
     * @param draftKey opens the draft it is to replace; absent for a new one
     */
    record DraftForm(
            @Nullable String title,
            @Nullable String text,
            @Nullable String petitionerName,
            @Nullable String draftKey) {
        @Override
        public String toString() {
            return "DraftForm[redacted]";
        }
    }

    /** The way back to a draft, and when the draft is erased. */
    record Saved(String draftKey, Instant eraseAt) {
        @Override
        public String toString() {
            return "Saved[redacted]";
        }
    }

    /** A draft, or what becomes public of a petition. */
    record Shown(
            String title, String text, @Nullable String petitionerName, @Nullable Instant eraseAt) {
        @Override
        public String toString() {
            return "Shown[redacted]";
        }
    }

    /**
     * Saves a draft. Sent twice from one form it is one draft; one that is gone is saved anew.
     *
     * @param formKey a random UUID drawn with the form
     * @throws Refusal (422) when a field is too long or holds what no text may
     */
    @PostMapping("/api/v1/drafts")
    @Transactional
    ResponseEntity<Saved> save(
            @RequestBody DraftForm form,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String formKey) {
        Draft draft = Draft.read(form.title(), form.text(), form.petitionerName());
        StatusKey key = keyOf(form.draftKey(), formKey);
        return secret(new Saved(key.reveal(), drafts.save(key, draft)));
    }

    private StatusKey keyOf(@Nullable String draftKey, @Nullable String formKey) {
        if (draftKey != null && drafts.find(StatusKey.presented(draftKey)).isPresent()) {
            return StatusKey.presented(draftKey);
        }
        return Receipt.draftKey(FormKey.read(formKey));
    }

    /**
     * Opens a draft.
     *
     * @throws Refusal (404) when the key opens nothing: it was sent, erased, or never there
     */
    @GetMapping("/api/v1/drafts/{draftKey}")
    ResponseEntity<Shown> open(@PathVariable String draftKey) {
        Drafts.Kept kept =
                drafts.find(StatusKey.presented(draftKey)).orElseThrow(Refusal::notFound);
        Draft draft = kept.draft();
        return secret(
                new Shown(draft.title(), draft.text(), draft.petitionerName(), kept.eraseAt()));
    }

    /** Erases a draft; one that is not there is no error. */
    @DeleteMapping("/api/v1/drafts/{draftKey}")
    @Transactional
    ResponseEntity<Void> erase(@PathVariable String draftKey) {
        drafts.erase(StatusKey.presented(draftKey));
        return ResponseEntity.noContent().build();
    }

    /**
     * Shows what would be public of a petition, and keeps nothing.
     *
     * @throws Refusal (422) naming every field that is wrong
     */
    @PostMapping("/api/v1/previews")
    ResponseEntity<Shown> preview(@RequestBody SubmissionForm form) {
        Submission submission = Submission.read(form);
        return secret(
                new Shown(
                        submission.title(), submission.text(), submission.petitionerName(), null));
    }

    private static <T> ResponseEntity<T> secret(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
