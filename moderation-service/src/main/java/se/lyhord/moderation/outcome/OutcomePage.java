package se.lyhord.moderation.outcome;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClientException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.lyhord.moderation.config.Choices;
import se.lyhord.moderation.config.Choices.Choice;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.config.StaffToken;
import se.lyhord.moderation.config.Times;
import se.lyhord.moderation.outcome.PetitionServiceOutcomes.Answer;

/** The case officer's pages: closed petitions, and what became of each. */
@Controller
class OutcomePage {

    private final ClosedPetitions petitions;
    private final PetitionServiceOutcomes outcomes;
    private final StaffToken tokens;
    private final Problems problems;
    private final Choices choices;
    private final Clock clock;

    OutcomePage(
            ClosedPetitions petitions,
            PetitionServiceOutcomes outcomes,
            StaffToken tokens,
            Problems problems,
            Choices choices,
            Clock clock) {
        this.petitions = petitions;
        this.outcomes = outcomes;
        this.tokens = tokens;
        this.problems = problems;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/handlaggning")
    String list(Model model) {
        model.addAttribute("petitions", petitions.list());
        return "closed";
    }

    @GetMapping("/handlaggning/{petitionId}")
    ModelAndView form(@PathVariable UUID petitionId, Locale locale) {
        var petition = find(petitionId);
        if (petition.outcomeVersion() == 0) {
            return page(petition, OutcomeForm.empty(), List.of(), HttpStatus.OK, locale);
        }
        try {
            var recorded = outcomes.find(petitionId).orElseGet(OutcomeForm::empty);
            return page(petition, recorded, List.of(), HttpStatus.OK, locale);
        } catch (RestClientException away) {
            return page(
                            petition,
                            OutcomeForm.empty(),
                            List.of(),
                            HttpStatus.SERVICE_UNAVAILABLE,
                            locale)
                    .addObject("refused", "away");
        }
    }

    @PostMapping("/handlaggning/{petitionId}")
    ModelAndView record(
            @PathVariable UUID petitionId,
            @RequestParam int version,
            @ModelAttribute OutcomeForm form,
            Authentication login,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var petition = find(petitionId);
        var errors = form.errors(Times.day(clock.instant()), problems, locale);
        if (!errors.isEmpty()) {
            return page(petition, form, errors, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        try {
            var token = tokens.value(login, request, response);
            var answer = outcomes.record(petitionId, version, form, token, locale);
            return answered(answer, petition, form, locale, next);
        } catch (OAuth2AuthorizationException ended) {
            return page(petition, form, List.of(), HttpStatus.FORBIDDEN, locale)
                    .addObject("refused", "login-ended");
        }
    }

    private ModelAndView answered(
            Answer answer,
            ClosedPetition petition,
            OutcomeForm form,
            Locale locale,
            RedirectAttributes next) {
        return switch (answer) {
            case Answer.Recorded recorded -> {
                next.addFlashAttribute("recorded", true);
                yield new ModelAndView("redirect:/handlaggning");
            }
            case Answer.Mend mend ->
                    page(petition, form, mend.errors(), HttpStatus.UNPROCESSABLE_CONTENT, locale);
            case Answer.ChangedMeanwhile changed ->
                    page(petition, form, List.of(), HttpStatus.CONFLICT, locale)
                            .addObject("refused", "changed");
            case Answer.NotClosed notClosed ->
                    page(petition, form, List.of(), HttpStatus.CONFLICT, locale)
                            .addObject("refused", "not-closed");
            case Answer.NotAllowed notAllowed ->
                    page(petition, form, List.of(), HttpStatus.FORBIDDEN, locale)
                            .addObject("refused", "not-allowed");
            case Answer.Away away ->
                    page(petition, form, List.of(), HttpStatus.SERVICE_UNAVAILABLE, locale)
                            .addObject("refused", "away");
        };
    }

    private ClosedPetition find(UUID petitionId) {
        return petitions
                .find(petitionId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(
            ClosedPetition petition,
            OutcomeForm form,
            List<FieldError> errors,
            HttpStatus status,
            Locale locale) {
        return new ModelAndView("outcome", status)
                .addObject("petition", petition)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("errorOf", FieldError.messages(errors))
                .addObject("committees", committees(locale))
                .addObject("decisions", choices.of("outcome", OutcomeForm.DECISIONS, locale));
    }

    private List<Choice> committees(Locale locale) {
        return Stream.concat(
                        Stream.of(choices.none("committee", locale)),
                        choices.of("committee", OutcomeForm.COMMITTEES, locale).stream())
                .toList();
    }
}
