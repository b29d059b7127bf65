package se.lyhord.moderation.receive;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import se.lyhord.moderation.config.ServiceToken;
import se.lyhord.moderation.review.PetitionText;

/** The texts as petition-service hands them to this service alone. */
@Component
class PetitionServiceTexts {

    private final RestClient petitionService;
    private final ServiceToken token;

    PetitionServiceTexts(RestClient petitionService, ServiceToken token) {
        this.petitionService = petitionService;
        this.token = token;
    }

    /**
     * One version of a petition's text.
     *
     * @throws RestClientException when petition-service does not answer with it
     */
    PetitionText fetch(UUID petitionId, int textVersion) {
        var text =
                petitionService
                        .get()
                        .uri("/internal/petitions/{id}/texts/{version}", petitionId, textVersion)
                        .headers(headers -> headers.setBearerAuth(token.value()))
                        .retrieve()
                        .body(PetitionText.class);
        if (text == null
                || !petitionId.equals(text.petitionId())
                || text.textVersion() != textVersion
                || Stream.of(text.title(), text.text(), text.language())
                        .anyMatch(Objects::isNull)) {
            throw new RestClientException("petition-service answered with another text");
        }
        return text;
    }
}
