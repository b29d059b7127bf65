package se.lyhord.gateway.browse;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.routing.ServiceInstances;

/** Hands in a petition's text anew, for whoever has its private link. */
@Component
class Completions {

    private final ServiceInstances petitionInstances;
    private final RestClient serviceClient;

    Completions(ServiceInstances petitionInstances, RestClient serviceClient) {
        this.petitionInstances = petitionInstances;
        this.serviceClient = serviceClient;
    }

    /** What became of it. */
    sealed interface Completion {

        /** It waits for review again. */
        record Received() implements Completion {}

        /** Something must be put right first. */
        record Refused(List<Wrong> errors) implements Completion {}

        /** Nobody waits for another text, or the link is not one of ours. */
        record NotAskedFor() implements Completion {}

        /** It could not be handed in now; nothing is lost. */
        record NotNow() implements Completion {}
    }

    /** What is wrong with one field, in the reader's language. */
    public record Wrong(String field, @Nullable String message) {}

    private record Problem(@Nullable List<Wrong> errors) {}

    /** Safe to ask twice: the same text again is no error. */
    Completion complete(String key, CompletionForm form, String language) {
        for (URI instance : petitionInstances.inOrder()) {
            try {
                Completion answer =
                        serviceClient
                                .post()
                                .uri(URI.create(instance + "/api/v1/status/" + key + "/completion"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                                .body(Readers.TOLERANT.writeValueAsBytes(form))
                                .exchange((request, response) -> read(response));
                if (answer != null) {
                    petitionInstances.answered(instance);
                    return answer;
                }
            } catch (ResourceAccessException e) {
                petitionInstances.noAnswerFrom(instance);
            }
        }
        return new Completion.NotNow();
    }

    private static @Nullable Completion read(ClientHttpResponse response) throws IOException {
        return switch (response.getStatusCode().value()) {
            case 204 -> new Completion.Received();
            case 404, 409 -> new Completion.NotAskedFor();
            case 422 -> {
                List<Wrong> errors =
                        Readers.TOLERANT.readValue(response.getBody(), Problem.class).errors();
                yield errors == null ? null : new Completion.Refused(errors);
            }
            default -> null;
        };
    }
}
