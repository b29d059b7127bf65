package se.lyhord.gateway.propose;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import se.lyhord.gateway.browse.PetitionSummary;
import se.lyhord.gateway.browse.Readers;
import se.lyhord.gateway.browse.Rows;
import se.lyhord.gateway.routing.ServiceInstances;

/**
 * Asks petition-service what is like a title that is being written. A draft is nobody else's
 * business yet: it goes in a body, and neither it nor the answer is kept.
 */
@Component
class SimilarPetitions {

    private final ServiceInstances petitionInstances;
    private final RestClient serviceClient;
    private final Rows rows;

    SimilarPetitions(ServiceInstances petitionInstances, RestClient serviceClient, Rows rows) {
        this.petitionInstances = petitionInstances;
        this.serviceClient = serviceClient;
        this.rows = rows;
    }

    private record Found(List<PetitionSummary> items) {}

    /** The most alike first; null when there is no title, or petition-service is away. */
    @Nullable List<Rows.Row> find(@Nullable String title) {
        if (title == null || title.isBlank()) {
            return null;
        }
        byte[] body = Readers.TOLERANT.writeValueAsBytes(Map.of("title", title));
        for (URI instance : petitionInstances.inOrder()) {
            try {
                Found found =
                        serviceClient
                                .post()
                                .uri(URI.create(instance + "/api/v1/similar-petitions"))
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(body)
                                .exchange((request, response) -> read(response));
                petitionInstances.answered(instance);
                return found == null ? null : rows.of(found.items());
            } catch (ResourceAccessException e) {
                petitionInstances.noAnswerFrom(instance);
            }
        }
        return null;
    }

    private static @Nullable Found read(ClientHttpResponse response) throws IOException {
        return response.getStatusCode().isSameCodeAs(HttpStatus.OK)
                ? Readers.TOLERANT.readValue(response.getBody(), Found.class)
                : null;
    }
}
