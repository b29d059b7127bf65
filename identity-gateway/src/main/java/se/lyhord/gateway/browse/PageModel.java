package se.lyhord.gateway.browse;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page needs to know. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

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

    /** In one method, since each costs every request, also those that end without a page. */
    @ModelAttribute
    void fill(HttpServletRequest request, Model model) {
        model.addAttribute("municipality", settled.name());
        model.addAttribute("banner", banner());
        model.addAttribute("counts", counts);
        model.addAttribute("path", path(request));
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
