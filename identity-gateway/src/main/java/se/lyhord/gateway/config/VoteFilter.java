package se.lyhord.gateway.config;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Has votes cast, and hands on those that a page must answer. Takes in as many votes at once as are
 * counted in a moment. Whoever comes beyond that is told to come again before their vote is looked
 * at, so that those taken in wait no longer, however many come. All are told by the same page, made
 * once in a while and not for each.
 */
final class VoteFilter extends OncePerRequestFilter {

    static final String PAGE = "/for-manga-roster";
    private static final String VOTE = "/rosta";
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final VoteCasting votes;
    private final Semaphore places;
    private final LocaleResolver languages;
    private final Clock clock;
    private final Map<Locale, Kept> pages = new ConcurrentHashMap<>();

    VoteFilter(VoteCasting votes, int places, LocaleResolver languages, Clock clock) {
        this.votes = votes;
        this.places = new Semaphore(places);
        this.languages = languages;
        this.clock = clock;
    }

    private record Kept(byte[] html, Instant until) {}

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getServletPath().endsWith(VOTE);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            tellToComeAgain(request, response);
            return;
        }
        try {
            if (!votes.cast(request, response)) {
                chain.doFilter(request, response);
            }
        } finally {
            places.release();
        }
    }

    private void tellToComeAgain(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, ComeAgain.SOON);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        byte[] html = html(request, response);
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    private byte[] html(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Locale language = languages.resolveLocale(request);
        Instant now = clock.instant();
        Kept before = pages.get(language);
        if (before != null && now.isBefore(before.until())) {
            return before.html();
        }
        var made = new ContentCachingResponseWrapper(response);
        request.getRequestDispatcher(PAGE).include(request, made);
        Kept page = new Kept(made.getContentAsByteArray(), now.plus(KEPT));
        pages.put(language, page);
        return page.html();
    }
}
