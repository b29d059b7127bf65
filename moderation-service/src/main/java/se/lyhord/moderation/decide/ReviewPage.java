package se.lyhord.moderation.decide;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
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
import se.lyhord.moderation.config.Choices.Choice;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.config.Times;
import se.lyhord.moderation.review.PetitionText;
import se.lyhord.moderation.review.PetitionTexts;
import se.lyhord.moderation.review.RejectionReason;
import se.lyhord.moderation.review.ReviewRefused;
import se.lyhord.moderation.review.Reviews;

/** The page where a moderator reads a petition and decides. */
@Controller
class ReviewPage {

    private final Reviews reviews;
    private final PetitionTexts texts;
    private final DecisionLog log;
    private final DecideReview decide;
    private final Problems problems;
    private final Choices choices;
    private final Clock clock;

    ReviewPage(
            Reviews reviews,
            PetitionTexts texts,
            DecisionLog log,
            DecideReview decide,
            Problems problems,
            Choices choices,
            Clock clock) {
        this.reviews = reviews;
        this.texts = texts;
        this.log = log;
        this.decide = decide;
        this.problems = problems;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/granskning/{petitionId}")
    ModelAndView read(@PathVariable UUID petitionId, Locale locale) {
        return page(petitionId, DecisionForm.empty(), List.of(), HttpStatus.OK, locale);
    }

    @PostMapping("/granskning/{petitionId}")
    ModelAndView decide(
            @PathVariable UUID petitionId,
            @RequestParam long version,
            @ModelAttribute DecisionForm form,
            Authentication login,
            Locale locale,
            RedirectAttributes next) {
        var errors = form.errors(problems, locale);
        if (!errors.isEmpty()) {
            return page(petitionId, form, errors, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        try {
            decide.decide(
                    petitionId,
                    version,
                    form.toDecision(),
                    StaffMember.of(login),
                    form.noteOrNull());
        } catch (ReviewRefused refused) {
            return page(petitionId, form, List.of(), HttpStatus.CONFLICT, locale)
                    .addObject("refused", refused.reason());
        }
        next.addFlashAttribute("decided", form.toDecision() instanceof Decision.Approve);
        next.addFlashAttribute("decidedPetition", petitionId);
        return new ModelAndView("redirect:/granskning");
    }

    private ModelAndView page(
            UUID petitionId,
            DecisionForm form,
            List<FieldError> errors,
            HttpStatus status,
            Locale locale) {
        var review =
                reviews.find(petitionId)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var page = new ModelAndView("review", status);
        page.addObject("review", review);
        texts.find(petitionId, review.textVersion())
                .ifPresent(
                        text -> {
                            page.addObject("text", text);
                            page.addObject("paragraphs", paragraphs(text));
                        });
        page.addObject("entry", log.find(petitionId).orElse(null));
        if (review.decidedAt() != null) {
            page.addObject("decided", review.decidedAt().atZone(Times.SWEDEN));
        }
        page.addObject("submitted", Times.day(review.submittedAt()));
        page.addObject(
                "days",
                ChronoUnit.DAYS.between(
                        Times.day(review.submittedAt()), Times.day(clock.instant())));
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("errorOf", FieldError.messages(errors));
        page.addObject("decisions", choices.of("decision", DecisionForm.DECISIONS, locale));
        page.addObject("reasons", reasons(locale));
        return page;
    }

    private List<Choice> reasons(Locale locale) {
        var codes = Stream.of(RejectionReason.values()).map(Enum::name).toList();
        return Stream.concat(
                        Stream.of(choices.none("reason", locale)),
                        choices.of("reason", codes, locale).stream())
                .toList();
    }

    private static List<String> paragraphs(PetitionText text) {
        return text.text().lines().filter(line -> !line.isBlank()).toList();
    }
}
