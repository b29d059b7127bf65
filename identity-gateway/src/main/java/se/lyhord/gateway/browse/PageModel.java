package se.lyhord.gateway.browse;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** What every page needs to know; requests that end without a page do not pay for it. */
@Component
class PageModel implements HandlerInterceptor, WebMvcConfigurer {

    private final Settled settled;
    private final Outages outages;
    private final Counts counts;

    PageModel(
            Settled settled,
            Outages outages,
            @Value("${lyhord.counts.minimum-change:10}") int minimumChange,
            @Value("${lyhord.counts.public-minimum:20}") int publicMinimum,
            @Value("${lyhord.counts.poll:10s}") Duration poll) {
        this.settled = settled;
        this.outages = outages;
        this.counts = new Counts(minimumChange, publicMinimum, Math.max(1, poll.toSeconds()));
    }

    /**
     * How counts are shown.
     *
     * @param minimumChange votes by which a shown count changes at least
     * @param publicMinimum below it only "fewer than" is shown
     * @param pollSeconds how often a page asks for the count
     */
    public record Counts(int minimumChange, int publicMinimum, long pollSeconds) {}

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable ModelAndView page) {
        if (page == null || leadsElsewhere(page)) {
            return;
        }
        Map<String, Object> model = page.getModelMap();
        model.put("municipality", settled.name());
        model.put("reviewDays", settled.reviewDays());
        model.put("replyDays", settled.replyDays());
        model.computeIfAbsent("banner", none -> banner());
        model.put("counts", counts);
        model.put("path", path(request));
    }

    private static boolean leadsElsewhere(ModelAndView page) {
        String view = page.getViewName();
        return view != null && view.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX);
    }

    /** What a person says comes before what a machine has noticed. */
    private @Nullable String banner() {
        String said = settled.banner();
        return said == null ? outages.banner() : said;
    }

    /** This page's address, for the language switch. */
    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed != null) {
            return failed.toString();
        }
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
