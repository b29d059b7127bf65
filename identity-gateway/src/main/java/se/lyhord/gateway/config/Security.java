package se.lyhord.gateway.config;

import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Security of the only public door. Every page is public but those where one votes, and they ask
 * for the citizen's session themselves. The server keeps no session at all.
 */
@Configuration(proxyBeanMethods = false)
class Security {

    // data: because the design system's style sheet masks its icons with data URLs.
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private static final RequestMatcher PROPOSAL =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/lamna-forslag/**");
    private static final RequestMatcher COMPLETION =
            PathPatternRequestMatcher.withDefaults()
                    .matcher(HttpMethod.POST, "/status/{key}/komplettera");

    /** Nobody reads them, and a vote passes a dozen filters. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CookieCsrfTokens formTokens(SealedCookies cookies, SessionBinding sessions) {
        return new CookieCsrfTokens(cookies, sessions, ballotPages());
    }

    @Bean
    RateLimits rateLimits(Clock clock) {
        return new RateLimits(clock);
    }

    /** What protects a vote and no more: its pages need no login filters, and votes are many. */
    @Bean
    @Order(1)
    SecurityFilterChain ballots(
            HttpSecurity http,
            LoginSecurity login,
            CookieCsrfTokens tokens,
            VoteCasting votes,
            LocaleResolver languages,
            Clock clock,
            @Value("${lyhord.votes-at-once}") int votesAtOnce,
            @Value("${lyhord.public-url}") URI publicUrl) {
        return http.securityMatcher(ballotPages())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .exceptionHandling(refused -> refused.accessDeniedHandler(formIsStale(login)))
                .headers(headers -> headers(headers, "https".equals(publicUrl.getScheme())))
                .addFilterAfter(new BodyLimitFilter(), HeaderWriterFilter.class)
                .addFilterAfter(
                        new VoteFilter(votes, votesAtOnce, languages, clock), CsrfFilter.class)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everyOtherRequest(
            HttpSecurity http,
            LoginSecurity login,
            CookieCsrfTokens tokens,
            RateLimits limits,
            @Value("${lyhord.public-url}") URI publicUrl,
            @Value("${lyhord.limits.submissions-without-work}") int submissionsWithoutWork,
            @Value("${lyhord.limits.logins}") int logins,
            @Value("${lyhord.limits.follows}") int follows) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(
                        context ->
                                context.securityContextRepository(
                                        new NullSecurityContextRepository()))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .csrf(
                        csrf ->
                                csrf.csrfTokenRepository(tokens)
                                        .ignoringRequestMatchers("/api/**", "/actuator/**")
                                        .ignoringRequestMatchers(oneClick()))
                .exceptionHandling(refused -> refused.accessDeniedHandler(formIsStale(login)))
                .oauth2Login(login::configure)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers -> headers(headers, "https".equals(publicUrl.getScheme())))
                .addFilterAfter(new BodyLimitFilter(), HeaderWriterFilter.class)
                .addFilterAfter(
                        new RateLimitFilter(limits, submissionsWithoutWork, logins, follows),
                        HeaderWriterFilter.class)
                .build();
    }

    /** A mail program ends its reader's mails: it has no cookie, and the address is the secret. */
    private static RequestMatcher oneClick() {
        RequestMatcher end =
                PathPatternRequestMatcher.withDefaults()
                        .matcher(HttpMethod.POST, "/folj/{token}/sluta");
        return request ->
                end.matches(request)
                        && "One-Click".equals(request.getParameter("List-Unsubscribe"));
    }

    private static RequestMatcher ballotPages() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                paths.matcher("/forslag/{id}/rosta"),
                paths.matcher("/forslag/{id}/ta-tillbaka"),
                paths.matcher(VoteFilter.PAGE));
    }

    private static AccessDeniedHandler formIsStale(LoginSecurity login) {
        RequestMatcher ballot = ballotPages();
        return (request, response, exception) -> {
            if (ballot.matches(request) && HttpMethod.POST.matches(request.getMethod())) {
                login.sessionOver(request, response);
            } else if (PROPOSAL.matches(request)) {
                // What was written is shown again; nothing is done with it.
                request.getRequestDispatcher("/lamna-forslag/foraldrat").forward(request, response);
            } else if (COMPLETION.matches(request)) {
                String kept = request.getServletPath() + "/foraldrat";
                request.getRequestDispatcher(kept).forward(request, response);
            } else {
                response.sendError(HttpStatus.FORBIDDEN.value());
            }
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean https) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions ->
                                permissions.policy(
                                        "camera=(), geolocation=(), microphone=(), payment=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .httpStrictTransportSecurity(
                        transport -> transport.requestMatcher(request -> https));
    }
}
