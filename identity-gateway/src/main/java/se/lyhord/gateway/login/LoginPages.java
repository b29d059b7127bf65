package se.lyhord.gateway.login;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The few pages a login has of its own; the rest are the e-ID's. */
@Controller
class LoginPages {

    static final String START = "/logga-in";
    static final String REFUSED = "/logga-in/nekad";
    static final String REASON = "skal";
    private static final String RETRY_SECONDS = "30";

    private final EidAvailability eid;
    private final CitizenSessions sessions;

    LoginPages(EidAvailability eid, CitizenSessions sessions) {
        this.eid = eid;
        this.sessions = sessions;
    }

    @GetMapping(START)
    String start(
            @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wished,
            Model model,
            HttpServletResponse response) {
        String returnTo = ReturnPath.of(wished);
        return eid.isUp()
                ? "redirect:" + EidLogin.START + "/" + Eid.REGISTRATION + "?till=" + returnTo
                : unavailable(returnTo, model, response);
    }

    @GetMapping(REFUSED)
    String refused(
            @RequestParam(name = REASON, required = false) @Nullable String word,
            @RequestParam(name = ReturnPath.PARAMETER, required = false) @Nullable String wished,
            Model model,
            HttpServletResponse response) {
        String returnTo = ReturnPath.of(wished);
        Refusal refusal = Refusal.of(word);
        if (refusal == Refusal.UNAVAILABLE) {
            return unavailable(returnTo, model, response);
        }
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("reason", refusal.word());
        model.addAttribute("returnTo", returnTo);
        return "login/refused";
    }

    @PostMapping("/logga-ut")
    String logOut(HttpServletResponse response) {
        sessions.end(response);
        return "redirect:/";
    }

    private static String unavailable(String returnTo, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        model.addAttribute("returnTo", returnTo);
        return "login/unavailable";
    }
}
