package se.lyhord.gateway.propose;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.browse.Readers;
import se.lyhord.gateway.propose.Submission.FieldRefusal;

/** Hands petitions in to petition-service, or shows what would be public of them. */
@Component
class Submissions {

    private final PetitionService service;

    Submissions(PetitionService service) {
        this.service = service;
    }

    private record Body(
            @Nullable String title,
            @Nullable String text,
            @Nullable String petitionerName,
            @Nullable String email,
            String language,
            @Nullable String draftKey) {}

    private record Created(String statusKey) {}

    private record Problem(@Nullable List<FieldRefusal> errors) {}

    /** Hands it in; its draft is erased with that. */
    Submission submit(ProposalForm form, String language) {
        return ask("/api/v1/petitions", form, language, Submissions::read);
    }

    /** What would be public of it; nothing is handed in. */
    Submission preview(ProposalForm form, String language) {
        return ask("/api/v1/previews", form, language, Submissions::read);
    }

    private Submission ask(
            String path,
            ProposalForm form,
            String language,
            PetitionService.Reader<Submission> reader) {
        Body body =
                new Body(
                        form.title(),
                        form.text(),
                        form.petitionerName(),
                        form.email(),
                        language,
                        form.draft());
        Submission answer = service.post(path, body, form, language, reader);
        return answer == null ? new Submission.NotNow() : answer;
    }

    private static @Nullable Submission read(ClientHttpResponse response) throws IOException {
        return switch (response.getStatusCode().value()) {
            case 200 -> Readers.TOLERANT.readValue(response.getBody(), Submission.Previewed.class);
            case 201 ->
                    new Submission.Received(
                            Readers.TOLERANT
                                    .readValue(response.getBody(), Created.class)
                                    .statusKey());
            case 400, 422 -> refused(response);
            case 409 -> new Submission.SentBefore();
            default -> null;
        };
    }

    /** The fields that are wrong; null if it was not for a field. */
    static Submission.@Nullable Refused refused(ClientHttpResponse response) throws IOException {
        List<FieldRefusal> errors =
                Readers.TOLERANT.readValue(response.getBody(), Problem.class).errors();
        return errors == null || errors.isEmpty() ? null : new Submission.Refused(errors);
    }
}
