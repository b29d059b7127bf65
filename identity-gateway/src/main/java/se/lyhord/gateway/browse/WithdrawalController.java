package se.lyhord.gateway.browse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Where a petitioner takes the petition back before it is published. */
@Controller
class WithdrawalController {

    private static final String ADDRESS = "/status/{key:[A-Za-z0-9_-]{16,64}}/ta-tillbaka";

    private final Statuses statuses;

    WithdrawalController(Statuses statuses) {
        this.statuses = statuses;
    }

    @GetMapping(ADDRESS)
    String confirm(@PathVariable String key, HttpServletResponse response, Model model) {
        PrivatePage.keepSecret(response);
        StatusView status = statuses.find(key, false);
        if (status == null || !status.mayBeWithdrawn()) {
            return "redirect:/status/" + key;
        }
        model.addAttribute("status", status);
        model.addAttribute("key", key);
        return "browse/withdraw";
    }

    /** The status page says what came of it: withdrawn, or that a decision was first. */
    @PostMapping(ADDRESS)
    String withdraw(@PathVariable String key, HttpServletRequest request) {
        boolean withdrawn = statuses.withdraw(key);
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:/status/" + key + (withdrawn ? "" : "?forSent=true");
    }
}
