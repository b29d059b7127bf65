package se.lyhord.voting.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Who may call what: voters with a voter token, which the stages verify themselves; the tally
 * projector with a staff realm token; nobody else.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String AUDIENCE = "voting-service";

    /** Nobody reads them, and a vote passes a dozen filters. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain internalRequests(HttpSecurity http) {
        return stateless(http.securityMatcher("/internal/**"))
                .authorizeHttpRequests(
                        requests -> requests.anyRequest().hasRole("tracker-list-reader"))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles())))
                .build();
    }

    /** Without filters: the voter token is all there is to check, and the stages do. */
    @Bean
    @Order(2)
    SecurityFilterChain voterRequests() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new DefaultSecurityFilterChain(
                new OrRequestMatcher(
                        paths.matcher("/api/v1/votes"),
                        paths.matcher("/api/v1/petitions/*/vote"),
                        paths.matcher("/api/v1/petitions/*/votes"),
                        paths.matcher("/api/v1/petitions/*/withdrawals")));
    }

    @Bean
    @Order(3)
    SecurityFilterChain otherRequests(HttpSecurity http) {
        return stateless(http)
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                "/v3/api-docs/**", "/actuator/**", "/error")
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .build();
    }

    /** No cookie, so nothing for a foreign page to ride on. */
    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable);
    }

    /** Keys are fetched when first needed, so the service starts while Keycloak is away. */
    @Bean
    JwtDecoder staffTokenDecoder(
            @Value("${lyhord.staff.issuer}") String issuer,
            @Value("${lyhord.staff.jwk-set-uri}") String keys) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys).build();
        OAuth2TokenValidator<Jwt> forUs =
                new JwtClaimValidator<Collection<String>>(
                        "aud", audience -> audience != null && audience.contains(AUDIENCE));
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        JwtValidators.createDefaultWithIssuer(issuer), forUs));
        return decoder;
    }

    private static JwtAuthenticationConverter roles() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityConfiguration::realmRoles);
        return converter;
    }

    private static Collection<GrantedAuthority> realmRoles(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        if (access == null || !(access.get("roles") instanceof Collection<?> roles)) {
            return List.of();
        }
        return roles.stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }
}
