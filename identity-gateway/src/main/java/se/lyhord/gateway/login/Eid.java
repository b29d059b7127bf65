package se.lyhord.gateway.login;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.web.client.RestClient;

/**
 * Our side of the e-ID login at Keycloak's realm {@code citizens}. All addresses are configured:
 * the gateway starts, and its pages are read, while Keycloak is away.
 */
@Configuration(proxyBeanMethods = false)
class Eid {

    static final String REGISTRATION = "eid";
    static final String CALLBACK = "/logga-in/svar";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    @Bean
    ClientRegistrationRepository eidRegistration(
            @Value("${lyhord.public-url}") String publicUrl,
            @Value("${lyhord.eid.issuer}") String issuer,
            @Value("${spring.security.oauth2.client.registration.eid.client-id}") String clientId,
            @Value("${spring.security.oauth2.client.registration.eid.client-secret}") String secret,
            @Value("${spring.security.oauth2.client.provider.eid.authorization-uri}") String login,
            @Value("${spring.security.oauth2.client.provider.eid.token-uri}") String token,
            @Value("${spring.security.oauth2.client.provider.eid.jwk-set-uri}") String keys) {
        return new InMemoryClientRegistrationRepository(
                ClientRegistration.withRegistrationId(REGISTRATION)
                        .clientId(clientId)
                        .clientSecret(secret)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(publicUrl + CALLBACK)
                        .scope("openid")
                        .authorizationUri(login)
                        .tokenUri(token)
                        .jwkSetUri(keys)
                        .issuerUri(issuer)
                        .build());
    }

    /** Reaches Keycloak within seconds or not at all. */
    @Bean
    RestClient eidClient() {
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(ANSWER);
        return RestClient.builder().requestFactory(requests).build();
    }

    @Bean
    KeycloakSession keycloakSession(
            RestClient eidClient,
            ClientRegistrationRepository registrations,
            @Value("${lyhord.eid.end-session-uri}") URI endSession) {
        return new KeycloakSession(
                eidClient,
                Objects.requireNonNull(registrations.findByRegistrationId(REGISTRATION)),
                endSession);
    }

    /** The ID token's signature, issuer, audience, times (OpenID Connect Core, 3.1.3.7) and acr. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens() {
        OidcIdTokenDecoderFactory factory = new OidcIdTokenDecoderFactory();
        factory.setJwtValidatorFactory(
                registration ->
                        new DelegatingOAuth2TokenValidator<>(
                                new JwtTimestampValidator(),
                                new OidcIdTokenValidator(registration),
                                new DemandedLevel()));
        return factory;
    }
}
