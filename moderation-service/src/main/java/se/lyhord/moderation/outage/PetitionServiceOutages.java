package se.lyhord.moderation.outage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import se.lyhord.moderation.config.FieldError;

/** Outages are petition-service's; here the administrator's own token asks it to take a step. */
@Component
class PetitionServiceOutages {

    private static final String OUTAGES = "/api/v1/outages";

    private final RestClient petitionService;

    PetitionServiceOutages(RestClient petitionService) {
        this.petitionService = petitionService;
    }

    /** How petition-service took a step. */
    sealed interface Answer {

        /** It is taken. */
        record Taken(UUID outage) implements Answer {}

        /** Some fields must be mended. */
        record Mend(List<FieldError> errors) implements Answer {}

        /** Nothing has changed, for the reason with this code. */
        record No(String code) implements Answer {}
    }

    private record Refusal(@Nullable String type, @Nullable List<FieldError> errors) {}

    /** The newest outages, or empty while petition-service is away. */
    Optional<List<Outage>> list(String token) {
        return read(OUTAGES, token, new ParameterizedTypeReference<>() {});
    }

    /** What does not answer now, or empty while nobody can tell. */
    Optional<List<Outage.Away>> away(String token) {
        return read(OUTAGES + "/away", token, new ParameterizedTypeReference<>() {});
    }

    /** Declares an outage that nothing has measured. */
    Answer declare(OutageForm form, String token, Locale locale) {
        try {
            var location =
                    asking(HttpMethod.POST, OUTAGES, token, locale)
                            .body(form.sent())
                            .retrieve()
                            .toBodilessEntity()
                            .getHeaders()
                            .getLocation();
            if (location == null) {
                return new Answer.No("away");
            }
            var path = location.getPath();
            return new Answer.Taken(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        } catch (RestClientException refused) {
            return refusal(refused);
        }
    }

    /** Takes a step on an outage; a reason is needed to declare one that was measured. */
    Answer take(
            OutageStep step, UUID outage, @Nullable String reason, String token, Locale locale) {
        var address = OUTAGES + "/" + outage;
        try {
            var request =
                    switch (step) {
                        case DECLARE ->
                                asking(HttpMethod.POST, address + "/declaration", token, locale)
                                        .body(Map.of("reason", reason == null ? "" : reason));
                        case CONFIRM ->
                                asking(HttpMethod.POST, address + "/confirmation", token, locale);
                        case DISMISS -> asking(HttpMethod.DELETE, address, token, locale);
                    };
            request.retrieve().toBodilessEntity();
            return new Answer.Taken(outage);
        } catch (RestClientException refused) {
            return refusal(refused);
        }
    }

    private <T> Optional<T> read(String address, String token, ParameterizedTypeReference<T> type) {
        try {
            return Optional.ofNullable(
                    petitionService
                            .get()
                            .uri(address)
                            .headers(headers -> headers.setBearerAuth(token))
                            .retrieve()
                            .body(type));
        } catch (RestClientException away) {
            return Optional.empty();
        }
    }

    private RestClient.RequestBodySpec asking(
            HttpMethod method, String address, String token, Locale locale) {
        return petitionService
                .method(method)
                .uri(address)
                .headers(headers -> headers.setBearerAuth(token))
                .header(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag())
                .contentType(MediaType.APPLICATION_JSON);
    }

    private static Answer refusal(RestClientException failure) {
        if (!(failure instanceof HttpClientErrorException refused)) {
            return new Answer.No("away");
        }
        var said = refused.getResponseBodyAs(Refusal.class);
        var type = said == null || said.type() == null ? "" : said.type();
        return switch (refused.getStatusCode().value()) {
            case 401 -> new Answer.No("not-allowed");
            case 403 -> new Answer.No(type.endsWith(":own-declaration") ? "own" : "not-allowed");
            case 404, 409 -> new Answer.No(type.endsWith(":outage-counted") ? "counted" : "state");
            case 422 ->
                    said == null || said.errors() == null
                            ? new Answer.No("away")
                            : new Answer.Mend(said.errors());
            default -> new Answer.No("away");
        };
    }
}
