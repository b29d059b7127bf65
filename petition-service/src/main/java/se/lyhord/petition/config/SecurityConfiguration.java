package se.lyhord.petition.config;

import static org.springframework.security.config.Customizer.withDefaults;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.client.RestTemplate;

/**
 * What the staff and other services do needs a token from the staff's login; submitting and reading
 * is open to all. There are no cookies, so there is nothing for a forged cross-site request to use.
 */
@Configuration
@EnableConfigurationProperties(StaffSettings.class)
class SecurityConfiguration {

    private static final String AUDIENCE = "petition-service";
    private static final int KEYS_TIMEOUT = 3_000;

    private static final RequestMatcher OUTCOME =
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.PUT, "/api/v1/petitions/*/outcome");
    private static final RequestMatcher HAND_OVER =
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.PUT, "/api/v1/petitions/*/hand-over");
    private static final RequestMatcher DOCUMENTS =
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.POST, "/api/v1/petitions/*/documents");
    private static final RequestMatcher RULES =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.PUT, "/api/v1/rules");
    private static final RequestMatcher OUTAGES =
            PathPatternRequestMatcher.withDefaults().matcher("/api/v1/outages/**");
    private static final RequestMatcher OUTAGES_READ =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/api/v1/outages/**");
    private static final RequestMatcher MESSAGES =
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.PUT, "/internal/petitions/*/messages/*");
    private static final RequestMatcher MUNICIPALITY =
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.PUT, "/internal/municipality");
    private static final RequestMatcher INTERNAL =
            PathPatternRequestMatcher.withDefaults().matcher("/internal/**");

    @Bean
    @Order(1)
    SecurityFilterChain staff(HttpSecurity http, JwtDecoder tokens, SecurityProblems problems) {
        return common(http)
                .securityMatcher(
                        new OrRequestMatcher(
                                OUTCOME, HAND_OVER, DOCUMENTS, RULES, OUTAGES, INTERNAL))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(OUTCOME, HAND_OVER, DOCUMENTS)
                                        .hasAuthority("case-officer")
                                        .requestMatchers(OUTAGES_READ)
                                        .hasAnyAuthority(
                                                "administrator",
                                                "auditor",
                                                "case-officer",
                                                "moderator")
                                        .requestMatchers(RULES, OUTAGES)
                                        .hasAuthority("administrator")
                                        .requestMatchers(MESSAGES, MUNICIPALITY)
                                        .hasAuthority("review-messenger")
                                        .requestMatchers(INTERNAL)
                                        .hasAuthority("petition-text-reader"))
                .oauth2ResourceServer(
                        server ->
                                server.jwt(
                                                jwt ->
                                                        jwt.decoder(tokens)
                                                                .jwtAuthenticationConverter(
                                                                        roles()))
                                        .authenticationEntryPoint(problems)
                                        .accessDeniedHandler(problems)
                                        .withObjectPostProcessor(answersWhenLoginIsAway(problems)))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(problems)
                                        .accessDeniedHandler(problems))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everybody(HttpSecurity http) {
        return common(http)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    JwtDecoder tokens(StaffSettings settings) {
        SimpleClientHttpRequestFactory impatient = new SimpleClientHttpRequestFactory();
        impatient.setConnectTimeout(Duration.ofMillis(KEYS_TIMEOUT));
        impatient.setReadTimeout(Duration.ofMillis(KEYS_TIMEOUT));
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(settings.jwkSetUri().toString())
                        .restOperations(new RestTemplate(impatient))
                        .build();
        decoder.setJwtValidator(
                JwtValidators.createDefaultWithValidators(
                        new JwtIssuerValidator(settings.issuer()),
                        new JwtClaimValidator<Collection<String>>(
                                "aud",
                                audience -> audience != null && audience.contains(AUDIENCE))));
        return decoder;
    }

    private static HttpSecurity common(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(withDefaults())
                .headers(
                        headers ->
                                headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** The staff's login being away is no fault of the token: 503 and not 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> answersWhenLoginIsAway(
            SecurityProblems problems) {
        AuthenticationEntryPointFailureHandler answers =
                new AuthenticationEntryPointFailureHandler(problems);
        answers.setRethrowAuthenticationServiceException(false);
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(answers);
                return filter;
            }
        };
    }

    /** Keycloak keeps a person's roles in {@code realm_access.roles}. */
    private static JwtAuthenticationConverter roles() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(SecurityConfiguration::rolesOf);
        return converter;
    }

    private static Collection<GrantedAuthority> rolesOf(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        if (access == null || !(access.get("roles") instanceof Collection<?> roles)) {
            return List.of();
        }
        return roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(String.valueOf(role)))
                .toList();
    }
}
