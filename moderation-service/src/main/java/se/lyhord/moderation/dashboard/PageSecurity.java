package se.lyhord.moderation.dashboard;

import static se.lyhord.moderation.config.StaffRoles.ADMINISTRATOR;
import static se.lyhord.moderation.config.StaffRoles.AUDITOR;
import static se.lyhord.moderation.config.StaffRoles.CASE_OFFICER;
import static se.lyhord.moderation.config.StaffRoles.MODERATOR;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;
import se.lyhord.moderation.config.StaffRoles;

/** Who may see which page. What is not named here is closed. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    /** What the container reads of a form without a file; of a longer one it reads nothing. */
    private static final DataSize LONGEST_FORM = DataSize.ofMegabytes(2);

    private final DataSize longestUpload;

    PageSecurity(@Value("${spring.servlet.multipart.max-request-size}") DataSize longestUpload) {
        this.longestUpload = longestUpload;
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            EndLogin endLogin,
            OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokens)
            throws Exception {
        return http.authorizeHttpRequests(
                        pages ->
                                pages.dispatcherTypeMatchers(
                                                DispatcherType.ERROR, DispatcherType.FORWARD)
                                        .permitAll()
                                        .requestMatchers(
                                                "/assets/**",
                                                "/webjars/**",
                                                "/favicon.ico",
                                                "/logga-in/**",
                                                "/sprak",
                                                "/error")
                                        .permitAll()
                                        .requestMatchers("/")
                                        .authenticated()
                                        .requestMatchers(
                                                HttpMethod.GET,
                                                "/granskning/**",
                                                "/handlaggning/**",
                                                "/beslutslogg/**",
                                                "/regler/**",
                                                "/avbrott/**")
                                        .hasAnyRole(MODERATOR, CASE_OFFICER, AUDITOR, ADMINISTRATOR)
                                        .requestMatchers("/granskning/**")
                                        .hasRole(MODERATOR)
                                        .requestMatchers("/handlaggning/**")
                                        .hasRole(CASE_OFFICER)
                                        .requestMatchers("/regler/**", "/avbrott/**")
                                        .hasRole(ADMINISTRATOR)
                                        .anyRequest()
                                        .denyAll())
                .oauth2Login(
                        login ->
                                login.loginPage("/logga-in")
                                        .failureUrl(LoginNotice.FAILED.address())
                                        .tokenEndpoint(
                                                endpoint ->
                                                        endpoint.accessTokenResponseClient(tokens)))
                .logout(
                        logout ->
                                logout.logoutUrl("/logga-ut")
                                        .addLogoutHandler(endLogin)
                                        .logoutSuccessHandler(
                                                (request, response, login) ->
                                                        response.sendRedirect(
                                                                afterLogout(request).address())))
                .exceptionHandling(errors -> errors.accessDeniedHandler(this::refuse))
                .headers(
                        headers ->
                                headers.contentSecurityPolicy(
                                                policy -> policy.policyDirectives(CONTENT_POLICY))
                                        .referrerPolicy(
                                                policy ->
                                                        policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** The roles stand in the ID token. */
    @Bean
    GrantedAuthoritiesMapper rolesOfLogin() {
        return authorities ->
                authorities.stream()
                        .filter(OidcUserAuthority.class::isInstance)
                        .map(OidcUserAuthority.class::cast)
                        .flatMap(user -> StaffRoles.of(user.getIdToken().getClaims()).stream())
                        .toList();
    }

    /** Tokens live and die with the session, not beside it. */
    @Bean
    OAuth2AuthorizedClientRepository tokensInSession() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    private static LoginNotice afterLogout(HttpServletRequest request) {
        return Boolean.FALSE.equals(request.getAttribute(EndLogin.ENDED))
                ? LoginNotice.LOGGED_OUT_HERE
                : LoginNotice.LOGGED_OUT;
    }

    /**
     * A form whose session has run out is no attack: the way back is to log in again. Of one that
     * is too large nothing was read, its token neither.
     */
    private void refuse(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && isTooLarge(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (why instanceof CsrfException
                && SecurityContextHolder.getContext().getAuthentication() == null) {
            response.sendRedirect(LoginNotice.ENDED.address());
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isTooLarge(HttpServletRequest request) {
        var type = request.getContentType();
        var most = type != null && type.startsWith("multipart/") ? longestUpload : LONGEST_FORM;
        return request.getContentLengthLong() > most.toBytes();
    }
}
