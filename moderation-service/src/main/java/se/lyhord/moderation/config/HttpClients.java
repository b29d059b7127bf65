package se.lyhord.moderation.config;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * The HTTP clients of this service. All of them give up in time: a hanging peer is an absent one.
 */
@Configuration(proxyBeanMethods = false)
class HttpClients {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);

    @Bean
    ClientHttpRequestFactory impatientRequests() {
        return ClientHttpRequestFactoryBuilder.jdk()
                .build(HttpClientSettings.defaults().withTimeouts(CONNECT, READ));
    }

    @Bean
    RestClient petitionService(
            RestClient.Builder builder,
            ClientHttpRequestFactory requests,
            @Value("${lyhord.petition-service.url}") String url) {
        return builder.requestFactory(requests).baseUrl(url).build();
    }

    /** Talks to the login service with the forms and errors of OAuth 2 (RFC 6749). */
    @Bean
    RestClient loginHttp(ClientHttpRequestFactory requests) {
        return RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(
                        converters ->
                                converters
                                        .addCustomConverter(new FormHttpMessageConverter())
                                        .addCustomConverter(
                                                new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> loginTokens(
            RestClient loginHttp) {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(loginHttp);
        return tokens;
    }

    @Bean
    ServiceToken serviceToken(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService known,
            RestClient loginHttp) {
        var tokens = new RestClientClientCredentialsTokenResponseClient();
        tokens.setRestClient(loginHttp);
        OAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> client = tokens;
        var manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, known);
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder()
                        .clientCredentials(grant -> grant.accessTokenResponseClient(client))
                        .build());
        return new ServiceToken(manager);
    }

    /** The tokens of the member of staff who is logged in, renewed as long as the login lasts. */
    @Bean
    StaffToken staffToken(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository ofSession,
            RestClient loginHttp) {
        var tokens = new RestClientRefreshTokenTokenResponseClient();
        tokens.setRestClient(loginHttp);
        OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client = tokens;
        var manager = new DefaultOAuth2AuthorizedClientManager(registrations, ofSession);
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder()
                        .authorizationCode()
                        .refreshToken(grant -> grant.accessTokenResponseClient(client))
                        .build());
        return new StaffToken(manager);
    }
}
