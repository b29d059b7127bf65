package se.lyhord.moderation.dashboard;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.config.StaffRoles;

/** Sends everybody to the page where their work is. */
@Controller
class StartPage {

    @GetMapping("/")
    String start(Authentication login) {
        var staff = StaffMember.of(login);
        return staff.is(StaffRoles.CASE_OFFICER) && !staff.is(StaffRoles.MODERATOR)
                ? "redirect:/handlaggning"
                : "redirect:/granskning";
    }
}
