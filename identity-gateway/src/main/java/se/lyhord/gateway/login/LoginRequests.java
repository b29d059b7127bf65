package se.lyhord.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.config.SealedCookies;
import se.lyhord.gateway.config.Sealer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a login that is under way in the citizen's own browser, sealed, until it comes back. */
@Component
class LoginRequests implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String COOKIE = "lyhord-login";
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final String RETURN_TO = LoginRequests.class.getName() + ".returnTo";

    private final SealedCookies cookies;
    private final JsonMapper json;

    LoginRequests(SealedCookies cookies, JsonMapper json) {
        this.cookies = cookies;
        this.json = json;
    }

    /** What has to be remembered of a login; the rest is the same for all. */
    record UnderWay(
            String authorizationUri,
            String clientId,
            String redirectUri,
            String registrationId,
            String state,
            String nonce,
            String codeVerifier,
            String returnTo) {}

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(
            HttpServletRequest request) {
        UnderWay underWay = read(request);
        if (underWay == null
                || !underWay.state().equals(request.getParameter(OAuth2ParameterNames.STATE))) {
            return null;
        }
        request.setAttribute(RETURN_TO, underWay.returnTo());
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(underWay.authorizationUri())
                .clientId(underWay.clientId())
                .redirectUri(underWay.redirectUri())
                .scope("openid")
                .state(underWay.state())
                .attributes(
                        attributes ->
                                attributes.putAll(
                                        Map.of(
                                                OAuth2ParameterNames.REGISTRATION_ID,
                                                underWay.registrationId(),
                                                OidcParameterNames.NONCE,
                                                underWay.nonce(),
                                                PkceParameterNames.CODE_VERIFIER,
                                                underWay.codeVerifier())))
                .build();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest login,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (login == null) {
            cookies.clear(response, COOKIE);
            return;
        }
        UnderWay underWay =
                new UnderWay(
                        login.getAuthorizationUri(),
                        login.getClientId(),
                        String.valueOf(login.getRedirectUri()),
                        attribute(login, OAuth2ParameterNames.REGISTRATION_ID),
                        String.valueOf(login.getState()),
                        attribute(login, OidcParameterNames.NONCE),
                        attribute(login, PkceParameterNames.CODE_VERIFIER),
                        ReturnPath.of(request.getParameter(ReturnPath.PARAMETER)));
        cookies.write(response, COOKIE, json.writeValueAsString(underWay), LIFETIME);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest login = loadAuthorizationRequest(request);
        if (login != null) {
            cookies.clear(response, COOKIE);
        }
        return login;
    }

    /** Where the login that this request ends began. */
    static String returnTo(HttpServletRequest request) {
        return request.getAttribute(RETURN_TO) instanceof String path ? path : ReturnPath.FRONT;
    }

    private static String attribute(OAuth2AuthorizationRequest login, String name) {
        String value = login.getAttribute(name);
        if (value == null) {
            throw new IllegalStateException("A login without " + name);
        }
        return value;
    }

    private @Nullable UnderWay read(HttpServletRequest request) {
        Sealer.Opened opened = cookies.read(request, COOKIE);
        if (opened == null) {
            return null;
        }
        try {
            return json.readValue(opened.text(), UnderWay.class);
        } catch (JacksonException ofAnotherVersion) {
            return null;
        }
    }
}
