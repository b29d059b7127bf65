package se.lyhord.gateway.follow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import se.lyhord.gateway.follow.Followers.Followed;

/**
 * Where the links of mails lead. Programs that look for harmful links follow them all, so opening
 * one changes nothing: a button does.
 */
@Controller
class MailLinkController {

    private static final String CONFIRM = "/folj/{token:[A-Za-z0-9_-]{22}}";
    private static final String END = CONFIRM + "/sluta";

    private final Followers followers;

    MailLinkController(Followers followers) {
        this.followers = followers;
    }

    @GetMapping(CONFIRM)
    String show(@PathVariable String token, HttpServletResponse response, Model model) {
        return page("follow/confirm", token, response, model);
    }

    @PostMapping(CONFIRM)
    String confirm(@PathVariable String token, HttpServletRequest request) {
        followers.confirm(token);
        request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
        return "redirect:/folj/" + token;
    }

    @GetMapping(END)
    String ending(@PathVariable String token, HttpServletResponse response, Model model) {
        return page("follow/end", token, response, model);
    }

    /** By our button, or by a mail program's own (RFC 8058), which brings no cookie. */
    @PostMapping(END)
    String end(@PathVariable String token, HttpServletResponse response) {
        keepSecret(response);
        followers.end(token);
        return "follow/ended";
    }

    private String page(String view, String token, HttpServletResponse response, Model model) {
        keepSecret(response);
        Followed followed = followers.find(token);
        if (followed == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "follow/old";
        }
        model.addAttribute("token", token);
        model.addAttribute("followed", followed);
        return view;
    }

    /** The address is the secret: nobody keeps it, and no link passes it on. */
    private static void keepSecret(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader("Referrer-Policy", "no-referrer");
    }
}
