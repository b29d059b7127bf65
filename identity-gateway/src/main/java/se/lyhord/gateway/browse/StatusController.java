package se.lyhord.gateway.browse;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The petitioner's page behind the private link. What it shows is never kept by the gateway. */
@Controller
class StatusController {

    private final Statuses statuses;
    private final Timeline timeline;
    private final String publicUrl;

    StatusController(
            Statuses statuses,
            Timeline timeline,
            @Value("${lyhord.public-url:}") String publicUrl) {
        this.statuses = statuses;
        this.timeline = timeline;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * @param tack present when the petition has just been submitted
     * @param forSent present when it could not be taken back, since it was decided on before
     */
    @GetMapping("/status/{key:[A-Za-z0-9_-]{16,64}}")
    String status(
            @PathVariable String key,
            @RequestParam(required = false, defaultValue = "false") boolean tack,
            @RequestParam(required = false, defaultValue = "false") boolean forSent,
            HttpServletResponse response,
            Model model) {
        PrivatePage.keepSecret(response);
        model.addAttribute("link", publicUrl + "/status/" + key);
        model.addAttribute("thanks", tack);
        model.addAttribute("tooLate", forSent);
        StatusView status = statuses.find(key, tack);
        model.addAttribute("status", status);
        model.addAttribute("past", status == null ? List.of() : timeline.past(status));
        model.addAttribute("key", key);
        return "browse/status";
    }
}
