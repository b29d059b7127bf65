package se.lyhord.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import se.lyhord.gateway.config.LoginSecurity;
import se.lyhord.gateway.eligibility.MinimumAge;
import se.lyhord.gateway.eligibility.PersonalIdentityNumber;

/** The e-ID login, from the redirect to Keycloak to the citizen's own cookie. */
@Component
class EidLogin implements LoginSecurity {

    static final String START = "/logga-in/till";
    private static final Logger LOG = LoggerFactory.getLogger(EidLogin.class);

    private final ClientRegistrationRepository registrations;
    private final LoginRequests underWay;
    private final CodeExchange exchange;
    private final CitizenSessions sessions;
    private final Clock clock;

    EidLogin(
            ClientRegistrationRepository registrations,
            LoginRequests underWay,
            CodeExchange exchange,
            CitizenSessions sessions,
            Clock clock) {
        this.registrations = registrations;
        this.underWay = underWay;
        this.exchange = exchange;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public void configure(OAuth2LoginConfigurer<HttpSecurity> login) {
        login.loginPage(LoginPages.START)
                .authorizationEndpoint(
                        start ->
                                start.authorizationRequestResolver(everyTimeAtTheDemandedLevel())
                                        .authorizationRequestRepository(underWay))
                .tokenEndpoint(token -> token.accessTokenResponseClient(exchange))
                .redirectionEndpoint(end -> end.baseUri(Eid.CALLBACK))
                .authorizedClientRepository(new KeepsNoTokens())
                .successHandler(this::succeeded)
                .failureHandler(this::failed);
    }

    private OAuth2AuthorizationRequestResolver everyTimeAtTheDemandedLevel() {
        DefaultOAuth2AuthorizationRequestResolver resolver =
                new DefaultOAuth2AuthorizationRequestResolver(registrations, START);
        resolver.setAuthorizationRequestCustomizer(
                login ->
                        login.additionalParameters(
                                parameters -> {
                                    parameters.put("prompt", "login");
                                    parameters.put("acr_values", DemandedLevel.ACR);
                                }));
        return resolver;
    }

    private void succeeded(
            HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        LocalDate today = LocalDate.now(clock.withZone(MinimumAge.SWEDEN));
        PersonalIdentityNumber person =
                login.getPrincipal() instanceof OidcUser user
                        ? EidClaims.person(user.getClaims(), today)
                        : null;
        if (person == null) {
            refuse(request, response, Refusal.IDENTITY);
        } else {
            sessions.begin(response, person);
            response.sendRedirect(LoginRequests.returnTo(request));
        }
    }

    private void failed(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        Refusal refusal =
                failure instanceof OAuth2AuthenticationException oauth2
                        ? Refusal.of(oauth2)
                        : Refusal.UNAVAILABLE;
        if (refusal == Refusal.UNAVAILABLE) {
            LOG.warn("The e-ID login is away");
        }
        refuse(request, response, refusal);
    }

    @Override
    public void sessionOver(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refuse(response, Refusal.EXPIRED, ReturnPath.of(request.getRequestURI()));
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        refuse(response, refusal, LoginRequests.returnTo(request));
    }

    private static void refuse(HttpServletResponse response, Refusal refusal, String returnTo)
            throws IOException {
        response.sendRedirect(
                UriComponentsBuilder.fromPath(LoginPages.REFUSED)
                        .queryParam(LoginPages.REASON, refusal.word())
                        .queryParam(ReturnPath.PARAMETER, returnTo)
                        .toUriString());
    }

    /** Tokens are used once, in the login, and not kept. */
    private static final class KeepsNoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication citizen, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient tokens,
                Authentication citizen,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication citizen,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
