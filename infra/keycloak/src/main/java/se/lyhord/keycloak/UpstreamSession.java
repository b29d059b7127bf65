package se.lyhord.keycloak;

import java.io.IOException;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.util.JsonSerialization;

/**
 * The session that the e-ID provider may have kept. Every login asks anew, so it serves nobody, and
 * on a shared computer it would stand in the next person's way.
 */
final class UpstreamSession {

    private static final Logger LOG = Logger.getLogger(UpstreamSession.class);

    private final KeycloakSession session;
    private final OIDCIdentityProviderConfig config;

    UpstreamSession(KeycloakSession session, OIDCIdentityProviderConfig config) {
        this.session = session;
        this.config = config;
    }

    /** Ends it, where the provider has an address for that. A failure changes nothing for us. */
    void end(String tokenResponse) {
        String logoutUrl = config.getLogoutUrl();
        if (logoutUrl == null || logoutUrl.isBlank()) {
            return;
        }
        try {
            AccessTokenResponse tokens =
                    JsonSerialization.readValue(tokenResponse, AccessTokenResponse.class);
            if (tokens.getRefreshToken() != null) {
                SimpleHttp.create(session)
                        .doPost(logoutUrl)
                        .authBasic(config.getClientId(), config.getClientSecret())
                        .param(OAuth2Constants.REFRESH_TOKEN, tokens.getRefreshToken())
                        .asStatus();
            }
        } catch (IOException e) {
            LOG.debug("The e-ID's own session was not ended", e);
        }
    }
}
