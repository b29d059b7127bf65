package se.lyhord.gateway.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds back floods of login attempts, and of submissions by programs; the form's own are counted
 * where a page can keep what was typed. Whoever has logged in is not counted by address: a carrier
 * puts thousands of people behind one.
 */
final class RateLimitFilter extends OncePerRequestFilter {

    private static final Map<String, String> LIMITED =
            Map.of(
                    "POST /api/v1/petitions", "submissions without work",
                    "GET /logga-in", "logins");
    private static final Pattern FOLLOW = Pattern.compile("POST /forslag/[^/]+/folj");

    private final RateLimits limits;
    private final Map<String, Integer> perWindow;

    RateLimitFilter(RateLimits limits, int submissionsWithoutWork, int logins, int follows) {
        this.limits = limits;
        this.perWindow =
                Map.of(
                        "submissions without work",
                        submissionsWithoutWork,
                        "logins",
                        logins,
                        "follows",
                        follows);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String purpose = purpose(request.getMethod() + " " + request.getRequestURI());
        Integer limit = purpose == null ? null : perWindow.get(purpose);
        if (purpose == null
                || limit == null
                || limits.permits(purpose, request.getRemoteAddr(), limit)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(limits.secondsLeft()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private static @Nullable String purpose(String request) {
        return FOLLOW.matcher(request).matches() ? "follows" : LIMITED.get(request);
    }
}
