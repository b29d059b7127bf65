package se.lyhord.gateway.browse;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The language switch: remembers the choice and goes back to the page it was pressed on. */
@Controller
class LanguageController {

    @GetMapping("/sprak")
    ResponseEntity<Void> choose(
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "/") String till,
            HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(HttpStatus.SEE_OTHER).location(onThisSite(till));
        Locale chosen = Language.spoken(lang);
        if (chosen != null) {
            answer.header(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(Language.COOKIE, chosen.getLanguage())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
        return answer.build();
    }

    /** Only a path of this site; anything else leads to the front page. */
    private static URI onThisSite(String wanted) {
        if (!wanted.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,500}")) {
            return URI.create("/");
        }
        try {
            return UriComponentsBuilder.fromUriString(wanted).build().encode().toUri();
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
