package se.lyhord.moderation.outcome;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.config.StaffToken;
import se.lyhord.moderation.config.Times;
import se.lyhord.moderation.log.LogAction;
import se.lyhord.moderation.municipality.Municipality.Committee;
import se.lyhord.moderation.municipality.Settled;
import se.lyhord.moderation.outcome.PetitionServiceOutcomes.Answer;

/** The case officer's pages: closed petitions, who has each, and what became of it. */
@Controller
class OutcomePage {

    private final ClosedPetitions petitions;
    private final PetitionServiceOutcomes outcomes;
    private final OutcomePageModel model;
    private final OutcomeLog log;
    private final StaffToken tokens;
    private final Settled settled;
    private final Problems problems;
    private final Clock clock;

    OutcomePage(
            ClosedPetitions petitions,
            PetitionServiceOutcomes outcomes,
            OutcomePageModel model,
            OutcomeLog log,
            StaffToken tokens,
            Settled settled,
            Problems problems,
            Clock clock) {
        this.petitions = petitions;
        this.outcomes = outcomes;
        this.model = model;
        this.log = log;
        this.tokens = tokens;
        this.settled = settled;
        this.problems = problems;
        this.clock = clock;
    }

    @GetMapping("/handlaggning")
    String list(Model page, Locale locale) {
        page.addAttribute("petitions", petitions.list());
        page.addAttribute("today", Times.day(clock.instant()));
        page.addAttribute("committeeOf", model.committeeNames(locale));
        return "closed";
    }

    @GetMapping("/handlaggning/{petitionId}")
    ModelAndView form(@PathVariable UUID petitionId, Locale locale) {
        var petition = find(petitionId);
        if (petition.outcomeVersion() == 0) {
            return page(petition, OutcomeForm.of(petition), List.of(), HttpStatus.OK, locale);
        }
        try {
            var recorded = outcomes.find(petitionId).orElse(OutcomeForm.of(petition));
            return page(petition, recorded, List.of(), HttpStatus.OK, locale);
        } catch (RestClientException away) {
            return refuse(
                    petition,
                    OutcomeForm.of(petition),
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "away",
                    locale);
        }
    }

    @PostMapping("/handlaggning/{petitionId}")
    ModelAndView record(
            @PathVariable UUID petitionId,
            @RequestParam int version,
            @ModelAttribute OutcomeForm typed,
            @RequestParam(name = "document", required = false) @Nullable MultipartFile file,
            Authentication login,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var petition = find(petitionId);
        var upload = Upload.of(file);
        var errors =
                Stream.concat(
                                typed
                                        .errors(
                                                codes(),
                                                Times.day(clock.instant()),
                                                problems,
                                                locale)
                                        .stream(),
                                upload == null
                                        ? Stream.of()
                                        : upload.errors(problems, locale).stream())
                        .toList();
        if (!errors.isEmpty()) {
            return page(petition, typed, errors, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        try {
            var token = tokens.value(login, request, response);
            var form = upload == null ? typed : withDocument(petitionId, typed, upload, token);
            if (form == null) {
                return refuse(petition, typed, HttpStatus.SERVICE_UNAVAILABLE, "away", locale);
            }
            var answer = outcomes.record(petitionId, version, form, token, locale);
            if (answer instanceof Answer.Recorded) {
                log.write(StaffMember.of(login), LogAction.OUTCOME, petitionId, form.codes());
                next.addFlashAttribute("recorded", "outcome");
                return new ModelAndView("redirect:/handlaggning");
            }
            return answer instanceof Answer.Mend(var mend)
                    ? page(petition, form, mend, HttpStatus.UNPROCESSABLE_CONTENT, locale)
                    : refuse(petition, form, status(answer), code(answer), locale);
        } catch (OAuth2AuthorizationException ended) {
            return refuse(petition, typed, HttpStatus.FORBIDDEN, "login-ended", locale);
        }
    }

    @PostMapping("/handlaggning/{petitionId}/overlamna")
    ModelAndView handOver(
            @PathVariable UUID petitionId,
            @RequestParam int version,
            @ModelAttribute HandOverForm form,
            Authentication login,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes next) {
        var petition = find(petitionId);
        var errors = form.errors(codes(), Times.day(clock.instant()), problems, locale);
        if (!errors.isEmpty()) {
            return page(petition, form, errors, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        try {
            var token = tokens.value(login, request, response);
            var answer = outcomes.handOver(petitionId, version, form, token, locale);
            if (answer instanceof Answer.Recorded) {
                log.write(
                        StaffMember.of(login),
                        LogAction.HAND_OVER,
                        petitionId,
                        form.handOverCommittee() + ", " + form.handOverNumber());
                next.addFlashAttribute("recorded", "hand-over");
                return new ModelAndView("redirect:/handlaggning");
            }
            return answer instanceof Answer.Mend(var mend)
                    ? page(
                            petition,
                            form,
                            HandOverForm.onThePage(mend),
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            locale)
                    : page(petition, form, List.of(), status(answer), locale)
                            .addObject("refused", code(answer));
        } catch (OAuth2AuthorizationException ended) {
            return page(petition, form, List.of(), HttpStatus.FORBIDDEN, locale)
                    .addObject("refused", "login-ended");
        }
    }

    /** Null when petition-service did not take the document. */
    private @Nullable OutcomeForm withDocument(
            UUID petitionId, OutcomeForm form, Upload upload, String token) {
        return outcomes.add(petitionId, upload, token).map(form::with).orElse(null);
    }

    private static HttpStatus status(Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded -> HttpStatus.OK;
            case Answer.Mend mend -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Answer.ChangedMeanwhile changed -> HttpStatus.CONFLICT;
            case Answer.NotClosed notClosed -> HttpStatus.CONFLICT;
            case Answer.NotAllowed notAllowed -> HttpStatus.FORBIDDEN;
            case Answer.Away away -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    private static String code(Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded -> "";
            case Answer.Mend mend -> "";
            case Answer.ChangedMeanwhile changed -> "changed";
            case Answer.NotClosed notClosed -> "not-closed";
            case Answer.NotAllowed notAllowed -> "not-allowed";
            case Answer.Away away -> "away";
        };
    }

    private List<String> codes() {
        return settled.now().committees().stream().map(Committee::code).toList();
    }

    private ClosedPetition find(UUID petitionId) {
        return petitions
                .find(petitionId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView refuse(
            ClosedPetition petition,
            OutcomeForm form,
            HttpStatus status,
            String why,
            Locale locale) {
        return page(petition, form, List.of(), status, locale).addObject("refused", why);
    }

    private ModelAndView page(
            ClosedPetition petition,
            OutcomeForm form,
            List<FieldError> errors,
            HttpStatus status,
            Locale locale) {
        var today = Times.day(clock.instant());
        return model.page(
                petition, form, HandOverForm.of(petition, today), errors, status, today, locale);
    }

    private ModelAndView page(
            ClosedPetition petition,
            HandOverForm form,
            List<FieldError> errors,
            HttpStatus status,
            Locale locale) {
        var today = Times.day(clock.instant());
        return model.page(petition, OutcomeForm.of(petition), form, errors, status, today, locale);
    }
}
