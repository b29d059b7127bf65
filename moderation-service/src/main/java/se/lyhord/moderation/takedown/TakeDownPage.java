package se.lyhord.moderation.takedown;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import se.lyhord.moderation.config.Choices;
import se.lyhord.moderation.config.DecisionLog;
import se.lyhord.moderation.config.FieldError;
import se.lyhord.moderation.config.Problems;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.config.Times;
import se.lyhord.moderation.review.Review;
import se.lyhord.moderation.review.ReviewRefused;
import se.lyhord.moderation.review.ReviewState;
import se.lyhord.moderation.review.Reviews;

/** What has been published, and the page where one petition of it is taken down or restored. */
@Controller
class TakeDownPage {

    private final Reviews reviews;
    private final DecisionLog log;
    private final DecideTakeDown decide;
    private final Problems problems;
    private final Choices choices;

    TakeDownPage(
            Reviews reviews,
            DecisionLog log,
            DecideTakeDown decide,
            Problems problems,
            Choices choices) {
        this.reviews = reviews;
        this.log = log;
        this.decide = decide;
        this.problems = problems;
        this.choices = choices;
    }

    /** What waits for a second pair of eyes comes first, then what is down, then what is up. */
    @GetMapping("/granskning/publicerade")
    String published(Model model) {
        List<Review> lines =
                Stream.of(
                                ReviewState.TAKE_DOWN_PROPOSED,
                                ReviewState.TAKEN_DOWN,
                                ReviewState.APPROVED)
                        .flatMap(state -> reviews.in(state).stream())
                        .toList();
        model.addAttribute("lines", lines);
        return "published";
    }

    @GetMapping("/granskning/{petitionId}/nedtagning")
    ModelAndView read(@PathVariable UUID petitionId, Authentication login, Locale locale) {
        return page(petitionId, TakeDownForm.empty(), List.of(), HttpStatus.OK, login, locale);
    }

    @PostMapping("/granskning/{petitionId}/nedtagning")
    ModelAndView decide(
            @PathVariable UUID petitionId,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String step,
            @ModelAttribute TakeDownForm form,
            Authentication login,
            Locale locale) {
        Step wanted = Step.of(step);
        if (wanted == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        try {
            if (wanted != Step.PROPOSE) {
                decide.follow(petitionId, version, wanted, StaffMember.of(login));
            } else {
                var errors = form.errors(problems, locale);
                if (!errors.isEmpty()) {
                    return page(
                            petitionId,
                            form,
                            errors,
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            login,
                            locale);
                }
                decide.propose(petitionId, version, form.toTakeDown(), StaffMember.of(login));
            }
        } catch (ReviewRefused refused) {
            return page(petitionId, form, List.of(), HttpStatus.CONFLICT, login, locale)
                    .addObject("refused", refused.reason());
        }
        return new ModelAndView("redirect:/granskning/" + petitionId + "/nedtagning");
    }

    private ModelAndView page(
            UUID petitionId,
            TakeDownForm form,
            List<FieldError> errors,
            HttpStatus status,
            Authentication login,
            Locale locale) {
        var review =
                reviews.find(petitionId)
                        .filter(it -> Stream.of(Step.values()).anyMatch(s -> s.follows(it.state())))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var entry = log.newest(petitionId, Step.LOGGED).orElse(null);
        var page = new ModelAndView("take-down", status);
        page.addObject("review", review);
        page.addObject("entry", entry);
        if (entry != null) {
            page.addObject("decided", entry.at().atZone(Times.SWEDEN));
        }
        page.addObject("own", entry == null || entry.by().equals(StaffMember.of(login).subject()));
        page.addObject("form", form);
        page.addObject("errors", errors);
        page.addObject("errorOf", FieldError.messages(errors));
        page.addObject(
                "reasons",
                Stream.concat(
                                Stream.of(choices.none("reason", locale)),
                                choices.of("takedown", TakeDownForm.REASONS, locale).stream())
                        .toList());
        page.addObject("lasts", choices.of("lasts", TakeDownForm.LASTS, locale));
        return page;
    }
}
