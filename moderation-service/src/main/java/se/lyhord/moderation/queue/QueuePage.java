package se.lyhord.moderation.queue;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import se.lyhord.moderation.config.Choices;
import se.lyhord.moderation.config.Choices.Choice;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.municipality.Settled;
import se.lyhord.moderation.review.CaseFile;
import se.lyhord.moderation.review.ReviewState;

/** The page that shows what waits for a moderator. */
@Controller
class QueuePage {

    private final QueueLines lines;
    private final CaseFile caseFile;
    private final Choices choices;
    private final Clock clock;
    private final Settled settled;

    QueuePage(QueueLines lines, CaseFile caseFile, Choices choices, Clock clock, Settled settled) {
        this.lines = lines;
        this.caseFile = caseFile;
        this.choices = choices;
        this.clock = clock;
        this.settled = settled;
    }

    @GetMapping("/granskning")
    String show(
            @ModelAttribute("filter") QueueFilter filter,
            Authentication login,
            Locale locale,
            Model model) {
        var now = clock.instant();
        var promisedDays = settled.now().reviewDays();
        var found = lines.find(filter, promisedDays, StaffMember.of(login).subject(), now);
        model.addAttribute("lines", found.lines());
        model.addAttribute("total", found.total());
        model.addAttribute("narrowed", filter.narrows());
        model.addAttribute("next", found.more() ? filter.address(filter.page() + 1) : null);
        model.addAttribute(
                "previous", filter.page() > 0 ? filter.address(filter.page() - 1) : null);
        model.addAttribute("buckets", lines.buckets(promisedDays, now));
        model.addAttribute("returned", lines.in(ReviewState.RETURNED));
        model.addAttribute("proposed", lines.in(ReviewState.REJECTION_PROPOSED));
        model.addAttribute("promisedDays", promisedDays);
        model.addAttribute("orders", orders(locale));
        model.addAttribute("tags", tags(locale));
        return "queue";
    }

    private List<Choice> orders(Locale locale) {
        var codes = Stream.of(QueueFilter.Order.values()).map(Enum::name).toList();
        return choices.of("order", codes, locale);
    }

    private List<Choice> tags(Locale locale) {
        return Stream.concat(
                        Stream.of(choices.none("tag", locale)),
                        caseFile.allTags().stream().map(tag -> new Choice(tag, tag, null)))
                .toList();
    }
}
