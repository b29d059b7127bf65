package se.lyhord.gateway.propose;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.browse.NoSuchPetition;
import se.lyhord.gateway.browse.Readers;
import se.lyhord.gateway.browse.UpstreamUnavailable;

/** Saves what is not finished at petition-service, and opens it again. */
@Component
class Drafts {

    private final PetitionService service;

    Drafts(PetitionService service) {
        this.service = service;
    }

    private record Body(
            @Nullable String title,
            @Nullable String text,
            @Nullable String petitionerName,
            @Nullable String draftKey) {}

    /** A draft as it was saved, and when it is erased. */
    record Draft(
            @Nullable String title,
            @Nullable String text,
            @Nullable String petitionerName,
            Instant eraseAt) {
        @Override
        public String toString() {
            return "Draft[redacted]";
        }
    }

    private record Found(@Nullable Draft draft) {}

    /** Saves it, over the draft that the form was opened from. */
    Submission save(ProposalForm form, String language) {
        Body body = new Body(form.title(), form.text(), form.petitionerName(), form.draft());
        Submission answer =
                service.post(
                        "/api/v1/drafts",
                        body,
                        form,
                        language,
                        response ->
                                switch (response.getStatusCode().value()) {
                                    case 200 ->
                                            Readers.TOLERANT.readValue(
                                                    response.getBody(), Submission.Saved.class);
                                    case 422 -> Submissions.refused(response);
                                    default -> null;
                                });
        return answer == null ? new Submission.NotNow() : answer;
    }

    /**
     * Opens a draft.
     *
     * @throws NoSuchPetition when the link opens nothing: it was sent, erased, or never there
     * @throws UpstreamUnavailable when petition-service is away
     */
    Draft open(String key) {
        Found found =
                service.get(
                        "/api/v1/drafts/" + key,
                        response ->
                                switch (response.getStatusCode().value()) {
                                    case 200 ->
                                            new Found(
                                                    Readers.TOLERANT.readValue(
                                                            response.getBody(), Draft.class));
                                    case 404 -> new Found(null);
                                    default -> null;
                                });
        if (found == null) {
            throw new UpstreamUnavailable();
        }
        if (found.draft() == null) {
            throw new NoSuchPetition();
        }
        return found.draft();
    }
}
