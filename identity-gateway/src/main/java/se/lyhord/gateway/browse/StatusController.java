package se.lyhord.gateway.browse;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The petitioner's page behind the private link. What it shows is never kept by the gateway. */
@Controller
class StatusController {

    private final Statuses statuses;
    private final String publicUrl;

    StatusController(Statuses statuses, @Value("${lyhord.public-url:}") String publicUrl) {
        this.statuses = statuses;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * @param tack present when the petition has just been submitted
     */
    @GetMapping("/status/{key:[A-Za-z0-9_-]{16,64}}")
    String status(
            @PathVariable String key,
            @RequestParam(required = false, defaultValue = "false") boolean tack,
            HttpServletResponse response,
            Model model) {
        keepSecret(response);
        model.addAttribute("link", publicUrl + "/status/" + key);
        model.addAttribute("thanks", tack);
        model.addAttribute("status", statuses.find(key, tack));
        model.addAttribute("key", key);
        return "browse/status";
    }

    /** The address is the secret: no cache and no search engine keeps it, no link passes it on. */
    static void keepSecret(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
