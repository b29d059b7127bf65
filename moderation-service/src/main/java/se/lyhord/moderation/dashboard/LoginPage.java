package se.lyhord.moderation.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page in front of the login service, which says so when that one is away. */
@Controller
class LoginPage {

    private final LoginService loginService;

    LoginPage(LoginService loginService) {
        this.loginService = loginService;
    }

    @GetMapping("/logga-in")
    String show(
            @RequestParam(name = "varfor", required = false) @Nullable String why, Model model) {
        model.addAttribute("notice", LoginNotice.of(why));
        return "login";
    }

    /** A link, not a form, leads here: the browser goes on to another address. */
    @GetMapping("/logga-in/vidare")
    ModelAndView go(HttpServletResponse response) {
        if (loginService.answers()) {
            return new ModelAndView("redirect:/oauth2/authorization/staff");
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        return new ModelAndView("login", HttpStatus.SERVICE_UNAVAILABLE)
                .addObject("notice", LoginNotice.AWAY);
    }
}
