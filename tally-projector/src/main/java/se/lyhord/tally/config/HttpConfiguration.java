package se.lyhord.tally.config;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestClient;

/** What this service answers, and what it asks of the voting service. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

    private static final String REGISTRATION = "services";

    /** All it shows is public, and it takes nothing: no session, no cookie, no login. */
    @Bean
    SecurityFilterChain everythingIsPublic(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                        csp -> csp.policyDirectives("default-src 'none'")))
                .build();
    }

    /**
     * Shows the voting service a token of this service's own.
     *
     * @param silence how long it may send nothing; a whole list may take as long as it needs
     */
    @Bean
    RestClient votingService(
            RestClient.Builder builder,
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientService clients,
            @Value("${lyhord.voting-service.url}") String url,
            @Value("${lyhord.voting-service.silence}") Duration silence) {
        var tokens =
                new OAuth2ClientHttpRequestInterceptor(
                        new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                                registrations, clients));
        tokens.setClientRegistrationIdResolver(request -> REGISTRATION);
        tokens.setPrincipalResolver(request -> new ServicePrincipal());
        tokens.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(clients));
        var patience =
                HttpClientSettings.defaults()
                        .withConnectTimeout(Duration.ofSeconds(5))
                        .withReadTimeout(silence);
        // With java.net.http the read timeout would be one for the whole list.
        return builder.baseUrl(url)
                .requestFactory(ClientHttpRequestFactoryBuilder.simple().build(patience))
                .requestInterceptor(tokens)
                .build();
    }
}
