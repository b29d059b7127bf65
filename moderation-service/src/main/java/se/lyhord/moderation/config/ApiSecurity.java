package se.lyhord.moderation.config;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import tools.jackson.databind.json.JsonMapper;

/** The JSON API wants a bearer token of the login service; the operators' port is bound apart. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    private final Problems problems;
    private final JsonMapper json;

    ApiSecurity(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    /** Operators reach these on the management address only. */
    @Bean
    @Order(1)
    SecurityFilterChain operators(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        var roles = new JwtAuthenticationConverter();
        roles.setJwtGrantedAuthoritiesConverter(
                token -> List.<GrantedAuthority>copyOf(StaffRoles.of(token.getClaims())));
        AuthenticationEntryPoint tokenNeeded =
                (request, response, why) ->
                        refuse(response, HttpStatus.UNAUTHORIZED, "token-needed");
        AccessDeniedHandler roleNeeded =
                (request, response, why) -> refuse(response, HttpStatus.FORBIDDEN, "role-needed");
        return http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/api/v1/reviews/**")
                                        .hasRole(StaffRoles.MODERATOR)
                                        .requestMatchers("/api/v1/decision-log/**")
                                        .hasRole(StaffRoles.AUDITOR)
                                        .requestMatchers("/v3/api-docs/**", "/v3/api-docs.yaml")
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .oauth2ResourceServer(
                        server ->
                                server.jwt(jwt -> jwt.jwtAuthenticationConverter(roles))
                                        .authenticationEntryPoint(tokenNeeded)
                                        .accessDeniedHandler(roleNeeded))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(tokenNeeded)
                                        .accessDeniedHandler(roleNeeded))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private void refuse(HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(),
                problems.of(status, code, LocaleContextHolder.getLocale()));
    }
}
