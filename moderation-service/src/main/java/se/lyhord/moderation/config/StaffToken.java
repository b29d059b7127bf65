package se.lyhord.moderation.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The token by which another service sees which member of staff asks. */
public final class StaffToken {

    private static final String REGISTRATION = "staff";

    private final OAuth2AuthorizedClientManager clients;

    StaffToken(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /**
     * The access token of whoever is logged in, renewed when it has run out.
     *
     * @throws OAuth2AuthorizationException when it cannot be renewed: the login has ended, or the
     *     login service is away
     */
    public String value(
            Authentication login, HttpServletRequest request, HttpServletResponse response) {
        var client =
                clients.authorize(
                        OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                                .principal(login)
                                .attribute(HttpServletRequest.class.getName(), request)
                                .attribute(HttpServletResponse.class.getName(), response)
                                .build());
        if (client == null) {
            throw new OAuth2AuthorizationException(new OAuth2Error("no_staff_token"));
        }
        return client.getAccessToken().getTokenValue();
    }
}
