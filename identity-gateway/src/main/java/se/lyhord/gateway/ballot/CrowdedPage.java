package se.lyhord.gateway.ballot;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import se.lyhord.gateway.browse.PageModel;

/**
 * What more voters than can be taken in are told: the same page for all of them, so made once in a
 * while and not for each.
 */
@Component
class CrowdedPage {

    private static final String VIEW = "ballot/crowded";
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final ThymeleafViewResolver views;
    private final PageModel model;
    private final Clock clock;
    private final Map<Locale, Kept> kept = new ConcurrentHashMap<>();

    CrowdedPage(ThymeleafViewResolver views, PageModel model, Clock clock) {
        this.views = views;
        this.model = model;
        this.clock = clock;
    }

    private record Kept(byte[] html, Instant until) {}

    /** Answers 503, when to come again, and the page in the reader's language. */
    void write(HttpServletRequest request, HttpServletResponse response) throws Exception {
        byte[] html = html(request, response);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, BallotPages.RETRY_SECONDS);
        response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }

    private byte[] html(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Locale language = LocaleContextHolder.getLocale();
        Instant now = clock.instant();
        Kept before = kept.get(language);
        if (before != null && now.isBefore(before.until())) {
            return before.html();
        }
        byte[] html = made(language, request, response);
        kept.put(language, new Kept(html, now.plus(KEPT)));
        return html;
    }

    private byte[] made(Locale language, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        View view = views.resolveViewName(VIEW, language);
        if (view == null) {
            throw new IllegalStateException("No page " + VIEW);
        }
        Map<String, Object> attributes = new HashMap<>();
        model.addTo(attributes, request);
        var written = new ContentCachingResponseWrapper(response);
        view.render(attributes, request, written);
        return written.getContentAsByteArray();
    }
}
