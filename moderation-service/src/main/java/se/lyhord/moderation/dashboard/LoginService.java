package se.lyhord.moderation.dashboard;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The municipality's login service (Keycloak), seen from the server's side. */
@Component
class LoginService {

    private final RestClient http;
    private final String keys;
    private final String endSession;

    LoginService(
            ClientHttpRequestFactory requests,
            @Value("${lyhord.staff.jwk-set-uri}") String keys,
            @Value("${lyhord.staff.end-session-uri}") String endSession) {
        this.http = RestClient.builder().requestFactory(requests).build();
        this.keys = keys;
        this.endSession = endSession;
    }

    /** Whether it answers now; asked before a browser is sent there. */
    boolean answers() {
        try {
            http.get().uri(keys).retrieve().toBodilessEntity();
            return true;
        } catch (RestClientException away) {
            return false;
        }
    }

    /**
     * Ends the person's session there, from server to server, so that no token stands in an
     * address.
     *
     * @return false when it could not be ended now
     */
    boolean end(OAuth2AuthorizedClient login) {
        OAuth2RefreshToken session = login.getRefreshToken();
        if (session == null) {
            return false;
        }
        var form = new LinkedMultiValueMap<String, String>();
        form.add("client_id", login.getClientRegistration().getClientId());
        form.add("client_secret", login.getClientRegistration().getClientSecret());
        form.add("refresh_token", session.getTokenValue());
        try {
            http.post().uri(endSession).body(form).retrieve().toBodilessEntity();
            return true;
        } catch (RestClientException away) {
            return false;
        }
    }
}
