package se.lyhord.gateway.propose;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.browse.PetitionSummary;
import se.lyhord.gateway.browse.Readers;
import se.lyhord.gateway.browse.Rows;

/**
 * What is like a title that is being written. A draft is nobody else's business yet: it goes in a
 * body, and neither it nor the answer is kept.
 */
@Component
class SimilarPetitions {

    private final PetitionService service;
    private final Rows rows;

    SimilarPetitions(PetitionService service, Rows rows) {
        this.service = service;
        this.rows = rows;
    }

    private record Found(List<PetitionSummary> items) {}

    /** The most alike first; null when there is no title, or petition-service is away. */
    @Nullable List<Rows.Row> find(ProposalForm form) {
        String title = form.title();
        if (title == null || title.isBlank()) {
            return null;
        }
        Found found =
                service.post(
                        "/api/v1/similar-petitions",
                        Map.of("title", title),
                        form,
                        "sv",
                        response ->
                                response.getStatusCode().isSameCodeAs(HttpStatus.OK)
                                        ? Readers.TOLERANT.readValue(
                                                response.getBody(), Found.class)
                                        : null);
        return found == null ? null : rows.of(found.items());
    }
}
