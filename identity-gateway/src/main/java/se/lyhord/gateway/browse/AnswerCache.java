package se.lyhord.gateway.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps what is the same for everybody, pages and open data, whole for a second. After that one
 * reader waits for a new one while the others get the old (stale-while-revalidate, RFC 5861); when
 * open data cannot be had, what was kept is given for a day (stale-if-error), its age in the field
 * {@code Age}. Pages find old data and say so themselves.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class AnswerCache extends OncePerRequestFilter {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration WHILE_RENEWED = Duration.ofSeconds(5);
    private static final long MAXIMUM_BYTES = 32L << 20;
    private static final int LONGEST_QUERY = 200;
    private static final int LONGEST_BODY = 1 << 20;
    private static final Pattern PAGES =
            Pattern.compile(
                    "/(forslag(/[0-9a-f-]{36}(/antal)?)?|statistik|sa-fungerar-det|integritet"
                            + "|tillganglighet|kakor|oppna-data)?");
    private static final Pattern OPEN_DATA =
            Pattern.compile(
                    "/api/v1/(petitions(/[0-9a-f-]{36})?|statistics"
                            + "|tallies(/[0-9a-f-]{36}(/history)?)?)");

    private final LocaleResolver languages;
    private final Clock clock;
    private final Cache<String, KeptAnswer> kept =
            Caffeine.newBuilder()
                    .maximumWeight(MAXIMUM_BYTES)
                    .<String, KeptAnswer>weigher((asked, answer) -> 500 + answer.bytes())
                    .expireAfterWrite(Reader.USABLE)
                    .build();

    AnswerCache(LocaleResolver languages, Clock clock) {
        this.languages = languages;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String asked = asked(request);
        if (asked == null) {
            chain.doFilter(request, response);
            return;
        }
        KeptAnswer before = kept.getIfPresent(asked);
        if (before == null || before.age(clock.instant()).compareTo(Reader.USABLE) >= 0) {
            renew(asked, null, request, response, chain);
            return;
        }
        Duration age = before.age(clock.instant());
        boolean mine = age.compareTo(FRESH) >= 0 && before.mayRenew();
        if (mine || age.compareTo(WHILE_RENEWED) >= 0) {
            try {
                renew(asked, before, request, response, chain);
            } finally {
                before.renewed();
            }
        } else {
            before.send(request, response, clock.instant());
        }
    }

    private void renew(
            String asked,
            @Nullable KeptAnswer before,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper said = new ContentCachingResponseWrapper(response);
        chain.doFilter(new Unconditional(request), said);
        if (before != null
                && isAway(said)
                && OPEN_DATA.matcher(request.getRequestURI()).matches()) {
            said.reset();
            before.send(request, response, clock.instant());
        } else if (mayBeKept(said)) {
            byte[] body = said.getContentAsByteArray();
            KeptAnswer answer = new KeptAnswer(said, body, clock.instant());
            kept.put(asked, answer);
            response.reset();
            answer.send(request, response, clock.instant());
        } else {
            if (said.getStatus() == HttpStatus.NOT_FOUND.value()) {
                kept.invalidate(asked);
            }
            said.copyBodyToResponse();
        }
    }

    /** What tells this answer from others; null for one that is not kept. */
    private @Nullable String asked(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())) {
            return null;
        }
        String path = request.getRequestURI();
        String query = request.getQueryString();
        if (query != null && query.length() > LONGEST_QUERY) {
            return null;
        }
        String search = query == null ? "" : "?" + query;
        if (OPEN_DATA.matcher(path).matches()) {
            return path + search;
        }
        return PAGES.matcher(path).matches()
                ? languages.resolveLocale(request).getLanguage() + path + search
                : null;
    }

    private static boolean isAway(HttpServletResponse said) {
        return HttpStatus.resolve(said.getStatus()) instanceof HttpStatus status
                && status.is5xxServerError();
    }

    private static boolean mayBeKept(ContentCachingResponseWrapper said) {
        return said.getStatus() == HttpStatus.OK.value()
                && !said.isCommitted()
                && said.getContentSize() <= LONGEST_BODY
                && !said.containsHeader(HttpHeaders.SET_COOKIE);
    }

    /** Asks for the whole answer, whatever the client has already. */
    private static final class Unconditional extends HttpServletRequestWrapper {

        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return HttpHeaders.IF_NONE_MATCH.equalsIgnoreCase(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return HttpHeaders.IF_NONE_MATCH.equalsIgnoreCase(name)
                    ? Collections.emptyEnumeration()
                    : super.getHeaders(name);
        }
    }
}
