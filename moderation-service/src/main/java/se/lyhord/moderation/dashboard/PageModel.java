package se.lyhord.moderation.dashboard;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.municipality.Settled;

/** What every page shows: the municipality, who is logged in, and where one is. */
@ControllerAdvice(annotations = Controller.class)
class PageModel {

    private final Settled settled;

    PageModel(Settled settled) {
        this.settled = settled;
    }

    @ModelAttribute
    void fill(HttpServletRequest request, Model model) {
        model.addAttribute("municipality", settled.now().name());
        model.addAttribute("path", path(request));
        model.addAttribute("staff", staff());
    }

    private static String path(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            return failed;
        }
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static @Nullable StaffMember staff() {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof OAuth2AuthenticationToken login
                ? StaffMember.of(login)
                : null;
    }
}
