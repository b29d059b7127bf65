package se.lyhord.moderation.config;

import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The token by which this service shows other services who it is (client credentials). */
public final class ServiceToken {

    private static final String REGISTRATION = "services";

    private final OAuth2AuthorizedClientManager clients;

    ServiceToken(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /**
     * A token that is valid now; asks the login service only when the last one has run out.
     *
     * @throws OAuth2AuthorizationException when the login service does not give one
     */
    public String value() {
        var client =
                clients.authorize(
                        OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                                .principal("moderation-service")
                                .build());
        if (client == null) {
            throw new OAuth2AuthorizationException(new OAuth2Error("no_service_token"));
        }
        return client.getAccessToken().getTokenValue();
    }
}
