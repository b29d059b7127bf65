package se.lyhord.gateway.propose;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.browse.Readers;
import se.lyhord.gateway.routing.ServiceInstances;

/**
 * Asks petition-service for somebody who writes; nothing of it is kept. What is asked here may be
 * asked of a second instance when the first did not answer.
 */
@Component
class PetitionService {

    private final ServiceInstances instances;
    private final RestClient client;

    PetitionService(ServiceInstances petitionInstances, RestClient serviceClient) {
        this.instances = petitionInstances;
        this.client = serviceClient;
    }

    /** Reads one instance's answer; null if it says nothing, and another is to be asked. */
    interface Reader<T> {
        @Nullable T read(ClientHttpResponse response) throws IOException;
    }

    /** Null if no instance had an answer. */
    <T> @Nullable T get(String path, Reader<T> reader) {
        return ask(path, instance -> client.get().uri(instance), reader);
    }

    /**
     * Null if no instance had an answer.
     *
     * @param language the reader's
     */
    <T> @Nullable T post(
            String path, Object body, ProposalForm form, String language, Reader<T> reader) {
        byte[] json = Readers.TOLERANT.writeValueAsBytes(body);
        return ask(
                path,
                instance ->
                        client.method(HttpMethod.POST)
                                .uri(instance)
                                .contentType(MediaType.APPLICATION_JSON)
                                .header("Accept-Language", language)
                                .header("Idempotency-Key", form.once().toString())
                                .body(json),
                reader);
    }

    private interface Question {
        RestClient.RequestHeadersSpec<?> to(URI address);
    }

    private <T> @Nullable T ask(String path, Question question, Reader<T> reader) {
        for (URI instance : instances.inOrder()) {
            try {
                T answer =
                        question.to(URI.create(instance + path))
                                .exchange((request, response) -> reader.read(response));
                if (answer != null) {
                    instances.answered(instance);
                    return answer;
                }
            } catch (ResourceAccessException e) {
                instances.noAnswerFrom(instance);
            }
        }
        return null;
    }
}
