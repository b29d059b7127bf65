package se.lyhord.moderation.dashboard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** The switch between Swedish and English. */
@Controller
class LanguagePage {

    private final LocaleResolver localeResolver;

    LanguagePage(LocaleResolver localeResolver) {
        this.localeResolver = localeResolver;
    }

    @GetMapping("/sprak")
    String choose(
            @RequestParam String lang,
            @RequestParam(name = "till", defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        Languages.known(lang)
                .ifPresent(locale -> localeResolver.setLocale(request, response, locale));
        return "redirect:" + (isOwnPage(back) ? back : "/");
    }

    /** Only a path of this site, so that nobody can send people elsewhere through this address. */
    private static boolean isOwnPage(String back) {
        return back.matches("/|/[A-Za-z0-9][A-Za-z0-9/_?=&-]*");
    }
}
