package se.lyhord.gateway.follow;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.server.ResponseStatusException;
import se.lyhord.gateway.browse.Readers;
import se.lyhord.gateway.routing.ServiceInstances;

/** Asks petition-service, which alone keeps the addresses. */
@Component
class Followers {

    private final ServiceInstances petitionInstances;
    private final RestClient serviceClient;

    Followers(ServiceInstances petitionInstances, RestClient serviceClient) {
        this.petitionInstances = petitionInstances;
        this.serviceClient = serviceClient;
    }

    /** What became of somebody's asking to follow. */
    sealed interface Answer {

        /** A mail is on its way, or has been sent often enough; nobody is told which. */
        record CheckYourMail() implements Answer {}

        /** Something must be put right first. */
        record Refused(List<Wrong> errors) implements Answer {}

        /** The petition is not there, or nothing more will happen to it. */
        record NotFollowed() implements Answer {}
    }

    /** What is wrong with one field, in the reader's language. */
    public record Wrong(String field, @Nullable String message) {}

    private record Problem(@Nullable List<Wrong> errors) {}

    /**
     * What a mail's link leads to.
     *
     * @param title null while the petition's text is hidden
     * @param petitioner whether it is the petitioner who follows
     * @param confirmed whether the address is known to be the reader's
     */
    public record Followed(
            UUID petitionId, @Nullable String title, boolean petitioner, boolean confirmed) {}

    private interface Reading<T> {
        @Nullable T read(ClientHttpResponse response) throws IOException;
    }

    private record Found(@Nullable Followed followed) {}

    /**
     * Has a mail sent that asks to confirm.
     *
     * @throws ResponseStatusException (503) when petition-service is away
     */
    Answer ask(UUID petition, String email, String language) {
        byte[] body =
                Readers.TOLERANT.writeValueAsBytes(Map.of("email", email, "language", language));
        return ask(
                HttpMethod.POST,
                "/api/v1/petitions/" + petition + "/followers",
                language,
                body,
                Followers::answer);
    }

    /**
     * What a link leads to; null if it leads nowhere, or no more.
     *
     * @throws ResponseStatusException (503) when petition-service is away
     */
    @Nullable Followed find(String token) {
        return ask(HttpMethod.GET, "/api/v1/follow/" + token, "sv", null, Followers::found)
                .followed();
    }

    /**
     * Confirms the address; a link that leads nowhere does nothing.
     *
     * @throws ResponseStatusException (503) when petition-service is away
     */
    void confirm(String token) {
        ask(
                HttpMethod.POST,
                "/api/v1/follow/" + token + "/confirmation",
                "sv",
                null,
                Followers::done);
    }

    /**
     * Has the address erased; a link that leads nowhere does nothing.
     *
     * @throws ResponseStatusException (503) when petition-service is away
     */
    void end(String token) {
        ask(HttpMethod.DELETE, "/api/v1/follow/" + token, "sv", null, Followers::done);
    }

    /** All of these may be asked twice. */
    private <T> T ask(
            HttpMethod method,
            String path,
            String language,
            byte @Nullable [] body,
            Reading<T> reading) {
        for (URI instance : petitionInstances.inOrder()) {
            try {
                RestClient.RequestBodySpec request =
                        serviceClient
                                .method(method)
                                .uri(URI.create(instance + path))
                                .header(HttpHeaders.ACCEPT_LANGUAGE, language);
                if (body != null) {
                    request.contentType(MediaType.APPLICATION_JSON).body(body);
                }
                @Nullable T answer = request.exchange((sent, response) -> reading.read(response));
                if (answer != null) {
                    petitionInstances.answered(instance);
                    return answer;
                }
            } catch (ResourceAccessException e) {
                petitionInstances.noAnswerFrom(instance);
            }
        }
        throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static @Nullable Answer answer(ClientHttpResponse response) throws IOException {
        return switch (response.getStatusCode().value()) {
            case 202 -> new Answer.CheckYourMail();
            case 404, 409 -> new Answer.NotFollowed();
            case 422 -> {
                List<Wrong> errors =
                        Readers.TOLERANT.readValue(response.getBody(), Problem.class).errors();
                yield errors == null ? null : new Answer.Refused(errors);
            }
            default -> null;
        };
    }

    private static @Nullable Found found(ClientHttpResponse response) throws IOException {
        return switch (response.getStatusCode().value()) {
            case 200 -> new Found(Readers.TOLERANT.readValue(response.getBody(), Followed.class));
            case 404 -> new Found(null);
            default -> null;
        };
    }

    private static @Nullable Boolean done(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        return status == 204 || status == 404 ? true : null;
    }
}
