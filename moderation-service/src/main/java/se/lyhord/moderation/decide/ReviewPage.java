package se.lyhord.moderation.decide;

import java.time.Clock;
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
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.review.PetitionText;
import se.lyhord.moderation.review.PetitionTexts;
import se.lyhord.moderation.review.Redaction;
import se.lyhord.moderation.review.Review;
import se.lyhord.moderation.review.ReviewRefused;
import se.lyhord.moderation.review.Reviews;

/** The page where a moderator reads a petition and decides. */
@Controller
class ReviewPage {

    private final Reviews reviews;
    private final PetitionTexts texts;
    private final DecideReview decide;
    private final Problems problems;
    private final ReviewPageModel model;
    private final Clock clock;

    ReviewPage(
            Reviews reviews,
            PetitionTexts texts,
            DecideReview decide,
            Problems problems,
            ReviewPageModel model,
            Clock clock) {
        this.reviews = reviews;
        this.texts = texts;
        this.decide = decide;
        this.problems = problems;
        this.model = model;
        this.clock = clock;
    }

    @GetMapping("/granskning/{petitionId}")
    ModelAndView read(@PathVariable UUID petitionId, Authentication login, Locale locale) {
        var review = find(petitionId);
        return page(
                review,
                texts.find(petitionId, review.textVersion())
                        .map(this::suggestion)
                        .orElseGet(() -> DecisionForm.suggesting(List.of())),
                List.of(),
                HttpStatus.OK,
                login,
                locale);
    }

    /** Shows what would be public, with the words that are to be hidden looked up in the text. */
    @PostMapping(value = "/granskning/{petitionId}", params = "preview")
    ModelAndView preview(
            @PathVariable UUID petitionId,
            @ModelAttribute DecisionForm typed,
            Authentication login,
            Locale locale) {
        var review = find(petitionId);
        var form = withWords(review, typed);
        return page(review, form, unfound(form, locale), HttpStatus.OK, login, locale)
                .addObject("previewed", true);
    }

    @PostMapping("/granskning/{petitionId}")
    ModelAndView decide(
            @PathVariable UUID petitionId,
            @RequestParam long version,
            @ModelAttribute DecisionForm typed,
            Authentication login,
            Locale locale,
            RedirectAttributes next) {
        var form = withWords(find(petitionId), typed);
        var errors =
                Stream.concat(
                                form.errors(problems, locale).stream(),
                                unfound(form, locale).stream())
                        .toList();
        if (!errors.isEmpty()) {
            return page(
                    find(petitionId),
                    form,
                    errors,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    login,
                    locale);
        }
        try {
            decide.decide(
                    petitionId,
                    version,
                    form.toDecision(),
                    StaffMember.of(login),
                    form.noteOrNull());
        } catch (ReviewRefused refused) {
            return page(find(petitionId), form, List.of(), HttpStatus.CONFLICT, login, locale)
                    .addObject("refused", refused.reason());
        }
        next.addFlashAttribute("decided", waitsForColleague(form) ? "PROPOSE" : form.decision());
        next.addFlashAttribute("decidedPetition", petitionId);
        return new ModelAndView("redirect:/granskning");
    }

    /** What a machine suggests to hide, and the reason if the rules have one; a person decides. */
    private DecisionForm suggestion(PetitionText text) {
        var form = DecisionForm.suggesting(Redaction.suggestions(text));
        return model.blocked(text, clock.instant())
                .map(blocked -> form.doubling(blocked.by().petitionId()))
                .orElse(form);
    }

    private static boolean waitsForColleague(DecisionForm form) {
        return form.toDecision() instanceof Decision.Reject reject && reject.reason().hidesText();
    }

    /** The form with its words turned into places, where they stand in the text. */
    private DecisionForm withWords(Review review, DecisionForm form) {
        var words = form.words();
        var text = texts.find(review.petitionId(), review.textVersion());
        if (words == null || words.isBlank() || text.isEmpty()) {
            return form;
        }
        var marked = MarkedText.of(text.get(), form.redactions());
        var found = marked.places(words.strip(), form.kindOfWords());
        return found.isEmpty()
                ? form
                : form.hiding(Stream.concat(marked.masked().stream(), found.stream()).toList());
    }

    /** Words that are still there stand nowhere in the text. */
    private List<FieldError> unfound(DecisionForm form, Locale locale) {
        return form.words() == null || form.words().isBlank()
                ? List.of()
                : List.of(problems.field("decision", "words", "not-there", locale));
    }

    private ModelAndView page(
            Review review,
            DecisionForm form,
            List<FieldError> errors,
            HttpStatus status,
            Authentication login,
            Locale locale) {
        var text = texts.find(review.petitionId(), review.textVersion()).orElse(null);
        var page = new ModelAndView("review", status);
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("errorOf", FieldError.messages(errors));
        model.addTo(page, review, text, StaffMember.of(login), clock.instant(), locale);
        if (text != null) {
            page.addObject("marked", marked(text, form));
        }
        return page;
    }

    private static MarkedText marked(PetitionText text, DecisionForm form) {
        return MarkedText.of(text, form.redactions());
    }

    private Review find(UUID petitionId) {
        return reviews.find(petitionId)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
