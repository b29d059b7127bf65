package se.lyhord.gateway.login;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Why a login did not lead to a session. Each has its page. */
enum Refusal {
    /** The e-ID's level of assurance is too low. */
    LEVEL,
    /** The e-ID names nobody we may rely on. */
    IDENTITY,
    /** The citizen gave up at the e-ID. */
    CANCELLED,
    /** It took too long, or began in another browser. */
    EXPIRED,
    /** Keycloak or the e-ID is away. */
    UNAVAILABLE;

    private static final List<String> AWAY =
            List.of("invalid_token_response", "server_error", "temporarily_unavailable");

    /** The name in the page's address and model. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The refusal of this word, {@link #EXPIRED} for any other. */
    static Refusal of(@Nullable String word) {
        for (Refusal refusal : values()) {
            if (refusal.word().equals(word)) {
                return refusal;
            }
        }
        return EXPIRED;
    }

    /** What an OAuth 2 failure means to the citizen. */
    static Refusal of(OAuth2AuthenticationException failure) {
        OAuth2Error error = failure.getError();
        if (failure.getCause() instanceof JwtValidationException invalid) {
            return invalid.getErrors().stream()
                            .anyMatch(e -> e.getErrorCode().equals(DemandedLevel.TOO_LOW))
                    ? LEVEL
                    : IDENTITY;
        }
        String code = error.getErrorCode();
        if (code.equals("access_denied")) {
            return ofDescription(error.getDescription());
        }
        if (AWAY.contains(code)) {
            return UNAVAILABLE;
        }
        return code.equals("invalid_id_token") || code.equals("invalid_nonce") ? IDENTITY : EXPIRED;
    }

    /** The codes of our provider in Keycloak. */
    private static Refusal ofDescription(@Nullable String description) {
        return switch (description == null ? "" : description) {
            case DemandedLevel.TOO_LOW -> LEVEL;
            case "eid_identity_unusable" -> IDENTITY;
            case "eid_failed" -> UNAVAILABLE;
            default -> CANCELLED;
        };
    }
}
