package se.lyhord.gateway.login;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The session that Keycloak began for one login. All citizens are one user there, so only this one
 * session may be ended: the one that its refresh token belongs to.
 */
class KeycloakSession {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakSession.class);

    private final RestClient client;
    private final ClientRegistration registration;
    private final URI endSession;

    KeycloakSession(RestClient client, ClientRegistration registration, URI endSession) {
        this.client = client;
        this.registration = registration;
        this.endSession = endSession;
    }

    /** Ends it. If that fails it ends by itself in two minutes, and the login goes on. */
    void end(String refreshToken) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("refresh_token", refreshToken);
        try {
            client.post()
                    .uri(endSession)
                    .headers(
                            headers ->
                                    headers.setBasicAuth(
                                            registration.getClientId(),
                                            registration.getClientSecret()))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(form)
                    .retrieve()
                    .toBodilessEntity();
        } catch (RestClientException e) {
            LOG.warn("A session at Keycloak was not ended: {}", e.getClass().getSimpleName());
        }
    }
}
