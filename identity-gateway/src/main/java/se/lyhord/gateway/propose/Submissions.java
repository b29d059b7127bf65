package se.lyhord.gateway.propose;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.propose.Submission.FieldRefusal;
import se.lyhord.gateway.routing.ServiceInstances;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Hands petitions in to petition-service. */
@Component
class Submissions {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final ServiceInstances petitionInstances;
    private final RestClient serviceClient;

    Submissions(ServiceInstances petitionInstances, RestClient serviceClient) {
        this.petitionInstances = petitionInstances;
        this.serviceClient = serviceClient;
    }

    private record Body(
            @Nullable String title,
            @Nullable String text,
            @Nullable String petitionerName,
            @Nullable String email,
            String language) {}

    private record Created(String statusKey) {}

    private record Problem(@Nullable List<FieldRefusal> errors) {}

    /** The form's own key makes it safe to ask a second instance when the first did not answer. */
    Submission submit(ProposalForm form, String language) {
        Body body =
                new Body(form.title(), form.text(), form.petitionerName(), form.email(), language);
        for (URI instance : petitionInstances.inOrder()) {
            try {
                Submission outcome =
                        serviceClient
                                .post()
                                .uri(URI.create(instance + "/api/v1/petitions"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .header("Accept-Language", language)
                                .header("Idempotency-Key", String.valueOf(form.once()))
                                .body(JSON.writeValueAsBytes(body))
                                .exchange((request, response) -> read(response));
                if (outcome != null) {
                    petitionInstances.answered(instance);
                    return outcome;
                }
            } catch (ResourceAccessException e) {
                petitionInstances.noAnswerFrom(instance);
            }
        }
        return new Submission.NotNow();
    }

    private static @Nullable Submission read(ClientHttpResponse response) throws IOException {
        return switch (response.getStatusCode().value()) {
            case 201 ->
                    new Submission.Received(
                            JSON.readValue(response.getBody(), Created.class).statusKey());
            case 400, 422 -> {
                List<FieldRefusal> errors =
                        JSON.readValue(response.getBody(), Problem.class).errors();
                yield errors == null || errors.isEmpty() ? null : new Submission.Refused(errors);
            }
            case 409 -> new Submission.SentBefore();
            default -> null;
        };
    }
}
