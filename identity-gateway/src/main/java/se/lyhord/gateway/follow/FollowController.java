package se.lyhord.gateway.follow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import se.lyhord.gateway.browse.Petitions;
import se.lyhord.gateway.follow.Followers.Answer;
import se.lyhord.gateway.follow.Followers.Wrong;

/** The page where somebody asks to follow a petition. Needs no login. */
@Controller
class FollowController {

    private final Petitions petitions;
    private final Followers followers;

    FollowController(Petitions petitions, Followers followers) {
        this.petitions = petitions;
        this.followers = followers;
    }

    @GetMapping("/forslag/{id}/folj")
    String form(@PathVariable UUID id, Model model) {
        return show(id, "", List.of(), model);
    }

    /** Leads to the same page whether or not the address follows already. */
    @PostMapping("/forslag/{id}/folj")
    String ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String email,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String typed = email.strip();
        return switch (followers.ask(id, typed, locale.getLanguage())) {
            case Answer.CheckYourMail() -> {
                request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
                yield "redirect:/forslag/" + id + "/folj/skickat";
            }
            case Answer.NotFollowed() -> "redirect:/forslag/" + id;
            case Answer.Refused(List<Wrong> errors) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(id, typed, errors, model);
            }
        };
    }

    @GetMapping("/forslag/{id}/folj/skickat")
    String asked(@PathVariable UUID id, Model model) {
        model.addAttribute("petition", petitions.find(id));
        return "follow/asked";
    }

    private String show(UUID id, String email, List<Wrong> errors, Model model) {
        var petition = petitions.find(id);
        if (!petition.canBeFollowed()) {
            return "redirect:/forslag/" + id;
        }
        model.addAttribute("petition", petition);
        model.addAttribute("email", email);
        model.addAttribute("errors", errors);
        model.addAttribute("error", errors.isEmpty() ? null : errors.getFirst().message());
        return "follow/form";
    }
}
