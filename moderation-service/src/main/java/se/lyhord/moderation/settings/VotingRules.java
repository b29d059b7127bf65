package se.lyhord.moderation.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import se.lyhord.moderation.config.FieldError;

/** The rules that petitions open under are petition-service's; here the administrator sets them. */
@Component
class VotingRules {

    private final RestClient petitionService;

    VotingRules(RestClient petitionService) {
        this.petitionService = petitionService;
    }

    /**
     * The rules in force.
     *
     * @param votingPeriod ISO 8601: {@code P90D}
     */
    record Rules(int version, int threshold, int minimumAge, String votingPeriod) {}

    /** New rules as typed; a period of whole days may be typed as their number. */
    record RulesForm(
            @Nullable String votingPeriod,
            @Nullable String threshold,
            @Nullable String minimumAge) {

        static RulesForm of(Rules rules) {
            return new RulesForm(
                    rules.votingPeriod().replaceFirst("^P(\\d+)D$", "$1"),
                    Integer.toString(rules.threshold()),
                    Integer.toString(rules.minimumAge()));
        }

        String period() {
            var typed = votingPeriod == null ? "" : votingPeriod.strip();
            return typed.matches("\\d{1,4}") ? "P" + typed + "D" : typed;
        }
    }

    private record Sent(
            String votingPeriod, @Nullable Integer threshold, @Nullable Integer minimumAge) {}

    private record Refusal(@Nullable List<FieldError> errors) {}

    /** How petition-service took new rules. */
    sealed interface Answer {
        /** They hold for petitions that open from now on. */
        record Changed(Rules rules) implements Answer {}

        /** Some fields must be mended. */
        record Mend(List<FieldError> errors) implements Answer {}

        /** Nothing has changed, for the reason with this code. */
        record No(String code) implements Answer {}
    }

    /** The rules in force, or empty while petition-service is away. */
    Optional<Rules> current() {
        try {
            return Optional.ofNullable(
                    petitionService.get().uri("/api/v1/rules").retrieve().body(Rules.class));
        } catch (RestClientException away) {
            return Optional.empty();
        }
    }

    /** Sets new rules over the version that was read, as the administrator whose token it is. */
    Answer change(RulesForm form, int version, String token, Locale locale) {
        try {
            var rules =
                    petitionService
                            .put()
                            .uri("/api/v1/rules")
                            .headers(headers -> headers.setBearerAuth(token))
                            .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                            .header(HttpHeaders.ACCEPT_LANGUAGE, locale.toLanguageTag())
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(
                                    new Sent(
                                            form.period(),
                                            number(form.threshold()),
                                            number(form.minimumAge())))
                            .retrieve()
                            .body(Rules.class);
            return rules == null ? new Answer.No("away") : new Answer.Changed(rules);
        } catch (HttpClientErrorException refused) {
            return switch (refused.getStatusCode().value()) {
                case 401, 403 -> new Answer.No("not-allowed");
                case 409, 412 -> new Answer.No("changed");
                case 422 -> mend(refused);
                default -> new Answer.No("away");
            };
        } catch (RestClientException away) {
            return new Answer.No("away");
        }
    }

    private static Answer mend(HttpClientErrorException refused) {
        var refusal = refused.getResponseBodyAs(Refusal.class);
        return refusal == null || refusal.errors() == null
                ? new Answer.No("away")
                : new Answer.Mend(refusal.errors());
    }

    private static @Nullable Integer number(@Nullable String typed) {
        return typed != null && typed.strip().matches("\\d{1,9}")
                ? Integer.valueOf(typed.strip())
                : null;
    }
}
