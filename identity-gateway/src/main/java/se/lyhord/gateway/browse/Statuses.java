package se.lyhord.gateway.browse;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.routing.ServiceInstances;

/** Asks petition-service for the status behind a private link, every time. */
@Component
class Statuses {

    private final ServiceInstances petitionInstances;
    private final RestClient serviceClient;

    Statuses(ServiceInstances petitionInstances, RestClient serviceClient) {
        this.petitionInstances = petitionInstances;
        this.serviceClient = serviceClient;
    }

    private record Found(@Nullable StatusView view) {}

    /**
     * @param justSubmitted then an unknown key is not an error: its status may be a moment late
     * @return null only for one that was just submitted
     * @throws NoSuchPetition when the link is not one of ours
     * @throws UpstreamUnavailable when petition-service is away
     */
    @Nullable StatusView find(String key, boolean justSubmitted) {
        for (URI instance : petitionInstances.inOrder()) {
            try {
                Found found =
                        serviceClient
                                .get()
                                .uri(URI.create(instance + "/api/v1/status/" + key))
                                .accept(MediaType.APPLICATION_JSON)
                                .exchange((request, response) -> read(response));
                if (found != null) {
                    petitionInstances.answered(instance);
                    return view(found, justSubmitted);
                }
            } catch (ResourceAccessException e) {
                petitionInstances.noAnswerFrom(instance);
            }
        }
        if (justSubmitted) {
            return null;
        }
        throw new UpstreamUnavailable();
    }

    /**
     * Takes the petition back; safe to ask twice.
     *
     * @return false when it was decided on before
     * @throws NoSuchPetition when the link is not one of ours
     * @throws UpstreamUnavailable when petition-service is away
     */
    boolean withdraw(String key) {
        for (URI instance : petitionInstances.inOrder()) {
            try {
                int said =
                        serviceClient
                                .post()
                                .uri(URI.create(instance + "/api/v1/status/" + key + "/withdrawal"))
                                .exchangeForRequiredValue(
                                        (request, response) -> response.getStatusCode().value());
                if (said < 500) {
                    petitionInstances.answered(instance);
                    return switch (said) {
                        case 204 -> true;
                        case 404 -> throw new NoSuchPetition();
                        default -> false;
                    };
                }
            } catch (ResourceAccessException e) {
                petitionInstances.noAnswerFrom(instance);
            }
        }
        throw new UpstreamUnavailable();
    }

    private static @Nullable StatusView view(Found found, boolean justSubmitted) {
        if (found.view() == null && !justSubmitted) {
            throw new NoSuchPetition();
        }
        return found.view();
    }

    private static @Nullable Found read(ClientHttpResponse response) throws IOException {
        if (response.getStatusCode().isSameCodeAs(HttpStatus.OK)) {
            return new Found(Readers.TOLERANT.readValue(response.getBody(), StatusView.class));
        }
        return response.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND) ? new Found(null) : null;
    }
}
