package se.lyhord.moderation.audit;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.lyhord.moderation.config.Choices;
import se.lyhord.moderation.config.Choices.Choice;
import se.lyhord.moderation.config.DecisionLog;
import se.lyhord.moderation.config.Times;
import se.lyhord.moderation.log.LogAction;
import se.lyhord.moderation.log.LogEntry;
import se.lyhord.moderation.log.LogHead;

/** The decision log's pages: what was done by whom, and whether anybody has changed it since. */
@Controller
class LogPage {

    private static final int LINES = 50;

    private final DecisionLog log;
    private final Choices choices;
    private final LogDetails details;

    LogPage(DecisionLog log, Choices choices, LogDetails details) {
        this.log = log;
        this.choices = choices;
        this.details = details;
    }

    /**
     * @param under show entries below this number
     * @param petition only those about this petition
     * @param action only those of this kind; an unknown one means all
     */
    @GetMapping("/beslutslogg")
    String show(
            @RequestParam(name = "under", defaultValue = "" + Long.MAX_VALUE) long under,
            @RequestParam(name = "forslag", required = false) @Nullable UUID petition,
            @RequestParam(name = "handling", required = false) @Nullable String action,
            Locale locale,
            Model model) {
        var only = LogAction.named(action);
        var entries = log.read(new DecisionLog.Wanted(under, petition, only, LINES + 1));
        var lines =
                entries.stream()
                        .limit(LINES)
                        .map(entry -> Line.of(entry, details.of(entry, locale)))
                        .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("older", entries.size() > LINES ? lines.getLast().number() : null);
        model.addAttribute("petition", petition);
        model.addAttribute("action", only == null ? "" : only.name());
        model.addAttribute("actions", actions(locale));
        return "log";
    }

    /**
     * @param writtenDown a code shown by an earlier check, or nothing
     */
    @GetMapping("/beslutslogg/kontroll")
    String check(@RequestParam(name = "kod", defaultValue = "") String writtenDown, Model model) {
        var earlier = LogHead.parse(writtenDown);
        model.addAttribute("code", writtenDown.strip());
        model.addAttribute("unreadable", !writtenDown.isBlank() && earlier.isEmpty());
        model.addAttribute("compared", earlier.isPresent());
        model.addAttribute("result", log.check(earlier.orElse(null)));
        return "log-check";
    }

    /** One line of the log, with its day and time in Sweden. */
    record Line(
            long number,
            ZonedDateTime at,
            String byName,
            String action,
            @Nullable UUID petitionId,
            @Nullable String details,
            @Nullable String note) {

        static Line of(LogEntry entry, @Nullable String details) {
            return new Line(
                    entry.number(),
                    entry.at().atZone(Times.SWEDEN),
                    entry.byName(),
                    entry.action(),
                    entry.petitionId(),
                    details,
                    entry.note());
        }
    }

    private List<Choice> actions(Locale locale) {
        var codes = Stream.of(LogAction.values()).map(Enum::name).toList();
        return Stream.concat(
                        Stream.of(choices.none("action", locale)),
                        choices.of("action", codes, locale).stream())
                .toList();
    }
}
