package se.lyhord.moderation.outcome;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import se.lyhord.moderation.config.FieldError;

/** Outcomes are petition-service's; here the case officer's own token asks it to record one. */
@Component
class PetitionServiceOutcomes {

    private final RestClient petitionService;

    PetitionServiceOutcomes(RestClient petitionService) {
        this.petitionService = petitionService;
    }

    /** How petition-service took it. */
    sealed interface Answer {

        /** It is recorded, and citizens see it. */
        record Recorded() implements Answer {}

        /** A colleague recorded another outcome meanwhile. */
        record ChangedMeanwhile() implements Answer {}

        /** The petition is not in a state to have an outcome. */
        record NotClosed() implements Answer {}

        /** The login does not allow it, or has ended. */
        record NotAllowed() implements Answer {}

        /** Some fields must be mended. */
        record Mend(List<FieldError> errors) implements Answer {}

        /** petition-service did not answer as agreed; nothing is known to have changed. */
        record Away() implements Answer {}
    }

    private record Refusal(@Nullable List<FieldError> errors) {}

    private record Petition(@Nullable Stored outcome) {}

    private record Document(@Nullable UUID documentId) {}

    private record Kept(@Nullable UUID documentId) {}

    private record HandOver(
            @Nullable String committee,
            @Nullable String registryNumber,
            @Nullable String handedOverOn) {}

    private record Stored(
            @Nullable String committee,
            @Nullable String registryNumber,
            @Nullable String decidedOn,
            @Nullable String decision,
            @Nullable String answer,
            @Nullable String answerEnglish,
            @Nullable String documentUrl,
            @Nullable Document document) {

        OutcomeForm asForm() {
            return new OutcomeForm(
                    committee,
                    registryNumber,
                    decidedOn,
                    decision,
                    answer,
                    answerEnglish,
                    documentUrl,
                    document == null ? null : document.documentId());
        }
    }

    /** The outcome recorded now, or empty when there is none. */
    Optional<OutcomeForm> find(UUID petitionId) {
        var petition =
                petitionService
                        .get()
                        .uri("/api/v1/petitions/{id}", petitionId)
                        .retrieve()
                        .body(Petition.class);
        return Optional.ofNullable(petition).map(Petition::outcome).map(Stored::asForm);
    }

    /**
     * Hands a document over.
     *
     * @return its id, or empty when petition-service would not have it
     */
    Optional<UUID> add(UUID petitionId, Upload document, String token) {
        try {
            var kept =
                    petitionService
                            .post()
                            .uri(
                                    "/api/v1/petitions/{id}/documents?name={name}",
                                    petitionId,
                                    document.name())
                            .headers(headers -> headers.setBearerAuth(token))
                            .contentType(MediaType.APPLICATION_OCTET_STREAM)
                            .body(document.content())
                            .retrieve()
                            .body(Kept.class);
            return Optional.ofNullable(kept).map(Kept::documentId);
        } catch (RestClientException away) {
            return Optional.empty();
        }
    }

    /** Records an outcome as the next one after the given version. */
    Answer record(UUID petitionId, int version, OutcomeForm form, String token, Locale locale) {
        return put("/api/v1/petitions/{id}/outcome", petitionId, version, form, token, locale);
    }

    /** Hands the case to a committee, over the hand-over with the given version. */
    Answer handOver(UUID petitionId, int version, HandOverForm form, String token, Locale locale) {
        var sent =
                new HandOver(form.handOverCommittee(), form.handOverNumber(), form.handOverDay());
        return put("/api/v1/petitions/{id}/hand-over", petitionId, version, sent, token, locale);
    }

    private Answer put(
            String address,
            UUID petitionId,
            int version,
            Object body,
            String token,
            Locale locale) {
        try {
            petitionService
                    .put()
                    .uri(address, petitionId)
                    .headers(headers -> headers.setBearerAuth(token))
                    .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                    .header(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(body)
                    .retrieve()
                    .toBodilessEntity();
            return new Answer.Recorded();
        } catch (HttpClientErrorException refused) {
            return switch (refused.getStatusCode().value()) {
                case 401, 403 -> new Answer.NotAllowed();
                case 404, 409 -> new Answer.NotClosed();
                case 412 -> new Answer.ChangedMeanwhile();
                case 422 -> mend(refused);
                default -> new Answer.Away();
            };
        } catch (RestClientException away) {
            return new Answer.Away();
        }
    }

    private static Answer mend(HttpClientErrorException refused) {
        var refusal = refused.getResponseBodyAs(Refusal.class);
        if (refusal == null || refusal.errors() == null) {
            throw refused;
        }
        return new Answer.Mend(refusal.errors());
    }
}
