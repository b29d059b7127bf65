package se.lyhord.gateway.browse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import se.lyhord.gateway.browse.Completions.Completion;
import se.lyhord.gateway.browse.Completions.Wrong;
import se.lyhord.gateway.config.ComeAgain;

/** The page where a petitioner completes the text that the moderators sent back. */
@Controller
class CompletionController {

    private static final String ADDRESS = "/status/{key:[A-Za-z0-9_-]{16,64}}/komplettera";

    private final Statuses statuses;
    private final Completions completions;

    CompletionController(Statuses statuses, Completions completions) {
        this.statuses = statuses;
        this.completions = completions;
    }

    @GetMapping(ADDRESS)
    String form(@PathVariable String key, HttpServletResponse response, Model model) {
        StatusView status = statuses.find(key, false);
        if (status == null || status.state() != PetitionState.RETURNED) {
            return "redirect:/status/" + key;
        }
        CompletionForm form =
                new CompletionForm(status.title(), status.text(), status.petitionerName());
        return show(key, form, List.of(), status.message(), response, model);
    }

    @PostMapping(ADDRESS)
    String complete(
            @PathVariable String key,
            @ModelAttribute CompletionForm typed,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CompletionForm form = typed.tidied();
        return switch (completions.complete(key, form, locale.getLanguage())) {
            case Completion.Received(), Completion.NotAskedFor() -> {
                request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.SEE_OTHER);
                yield "redirect:/status/" + key;
            }
            case Completion.Refused(List<Wrong> errors) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield show(key, form, errors, null, response, model);
            }
            case Completion.NotNow() -> {
                response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, ComeAgain.SOON);
                model.addAttribute("notnow", true);
                yield show(key, form, List.of(), null, response, model);
            }
        };
    }

    /** A form that was open for so long, or is so odd, that its text is only shown again. */
    @PostMapping(ADDRESS + "/foraldrat")
    String stale(
            @PathVariable String key,
            @ModelAttribute CompletionForm typed,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        model.addAttribute("stale", true);
        return show(key, typed.tidied(), List.of(), null, response, model);
    }

    private static String show(
            String key,
            CompletionForm form,
            List<Wrong> errors,
            @Nullable String message,
            HttpServletResponse response,
            Model model) {
        PrivatePage.keepSecret(response);
        Map<String, String> byField = new LinkedHashMap<>();
        errors.forEach(error -> byField.putIfAbsent(error.field(), error.message()));
        model.addAttribute("key", key);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("error", byField);
        model.addAttribute("message", message);
        return "browse/completion";
    }
}
