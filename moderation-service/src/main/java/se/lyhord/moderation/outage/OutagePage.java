package se.lyhord.moderation.outage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.lyhord.moderation.config.Choices;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.config.StaffToken;
import se.lyhord.moderation.outage.PetitionServiceOutages.Answer;

/** Where administrators declare and confirm outages, and colleagues read of them. */
@Controller
class OutagePage {

    private final PetitionServiceOutages outages;
    private final OutageLog log;
    private final StaffToken tokens;
    private final Choices choices;

    OutagePage(PetitionServiceOutages outages, OutageLog log, StaffToken tokens, Choices choices) {
        this.outages = outages;
        this.log = log;
        this.tokens = tokens;
        this.choices = choices;
    }

    /** Who asks, and with what. */
    private record Asker(StaffMember who, String token, Locale locale) {}

    @GetMapping("/avbrott")
    ModelAndView list(
            Authentication login,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var asker = asker(login, request, response, locale);
        return asker == null
                ? ended(locale)
                : list(asker, OutageForm.empty(), List.of(), HttpStatus.OK);
    }

    @PostMapping("/avbrott")
    ModelAndView declare(
            @ModelAttribute OutageForm form,
            Authentication login,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var asker = asker(login, request, response, locale);
        if (asker == null) {
            return ended(locale);
        }
        return switch (outages.declare(form, asker.token(), locale)) {
            case Answer.Taken(var outage) -> {
                log.write(asker.who(), OutageStep.DECLARE, outage, form.reason());
                yield onward(outage, OutageStep.DECLARE, next);
            }
            case Answer.Mend(var errors) ->
                    list(asker, form, errors, HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.No(var code) ->
                    list(asker, form, List.of(), HttpStatus.CONFLICT).addObject("refused", code);
        };
    }

    @GetMapping("/avbrott/{id}")
    ModelAndView read(
            @PathVariable UUID id,
            Authentication login,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var asker = asker(login, request, response, locale);
        return asker == null
                ? ended(locale)
                : one(asker, find(asker, id), null, List.of(), HttpStatus.OK);
    }

    @PostMapping("/avbrott/{id}")
    ModelAndView take(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String step,
            @ModelAttribute OutageForm form,
            Authentication login,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var wanted = OutageStep.of(step);
        if (wanted == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        var asker = asker(login, request, response, locale);
        if (asker == null) {
            return ended(locale);
        }
        var reason = wanted == OutageStep.DECLARE ? form.reason() : null;
        return switch (outages.take(wanted, id, reason, asker.token(), locale)) {
            case Answer.Taken(var outage) -> {
                log.write(asker.who(), wanted, outage, reason);
                yield onward(outage, wanted, next);
            }
            case Answer.Mend(var errors) ->
                    one(asker, find(asker, id), reason, errors, HttpStatus.UNPROCESSABLE_CONTENT);
            case Answer.No(var code) -> refuse(asker, id, wanted, reason, code, next);
        };
    }

    /** The same step by the same person again (a double click) is no error. */
    private ModelAndView refuse(
            Asker asker,
            UUID id,
            OutageStep step,
            @Nullable String reason,
            String code,
            RedirectAttributes next) {
        var outage = find(asker, id);
        return outage.has(step, asker.who().subject())
                ? onward(id, step, next)
                : one(asker, outage, reason, List.of(), HttpStatus.CONFLICT)
                        .addObject("refused", code);
    }

    private static ModelAndView onward(UUID outage, OutageStep step, RedirectAttributes next) {
        next.addFlashAttribute("taken", step.name());
        return new ModelAndView("redirect:/avbrott/" + outage);
    }

    /** Null when the login has ended. */
    private @Nullable Asker asker(
            Authentication login,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        try {
            return new Asker(StaffMember.of(login), tokens.value(login, request, response), locale);
        } catch (OAuth2AuthorizationException ended) {
            return null;
        }
    }

    private Outage find(Asker asker, UUID id) {
        return outages
                .list(asker.token())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE))
                .stream()
                .filter(outage -> outage.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView list(
            Asker asker, OutageForm form, List<FieldError> errors, HttpStatus status) {
        var known = outages.list(asker.token());
        var page =
                page("outages", form, errors, status, asker.locale())
                        .addObject("lines", known.orElse(List.of()))
                        .addObject("away", outages.away(asker.token()).orElse(List.of()));
        return known.isPresent() ? page : page.addObject("refused", "away");
    }

    private ModelAndView one(
            Asker asker,
            Outage outage,
            @Nullable String reason,
            List<FieldError> errors,
            HttpStatus status) {
        var form = new OutageForm(null, null, null, reason);
        return page("outage", form, errors, status, asker.locale())
                .addObject("outage", outage)
                .addObject("own", outage.isDeclaredBy(asker.who().subject()));
    }

    private ModelAndView ended(Locale locale) {
        return page("outages", OutageForm.empty(), List.of(), HttpStatus.FORBIDDEN, locale)
                .addObject("lines", List.of())
                .addObject("away", List.of())
                .addObject("refused", "login-ended");
    }

    private ModelAndView page(
            String view,
            OutageForm form,
            List<FieldError> errors,
            HttpStatus status,
            Locale locale) {
        return new ModelAndView(view, status)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("errorOf", FieldError.messages(errors))
                .addObject("causes", choices.of("cause", OutageForm.CAUSES, locale));
    }
}
