package se.lyhord.gateway.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.browse.PetitionView.Happening;

/** What has happened to a petition, and what comes next, in words. */
@Component
class Timeline {

    private final MessageSource texts;
    private final Dates dates;

    Timeline(MessageSource texts, Dates dates) {
        this.texts = texts;
        this.dates = dates;
    }

    /** One line, as the design system's timeline wants it. */
    public record Item(
            String icon, String tone, String title, @Nullable String day, @Nullable String text) {}

    /** What has happened, newest first. */
    List<Item> past(PetitionView petition, Phase phase) {
        List<Item> items = new ArrayList<>();
        for (Happening happening : petition.happenings()) {
            HappeningKind kind = happening.event();
            if (kind != null) {
                items.addFirst(item(kind, happening, petition, phase));
            }
        }
        return items;
    }

    /** What comes next while people can vote. */
    List<Item> ahead(PetitionView petition, Phase phase) {
        if (phase != Phase.VOTING || petition.closesAt() == null || petition.rules() == null) {
            return List.of();
        }
        return List.of(
                new Item(
                        "lock",
                        "planned",
                        text("timeline.next.close"),
                        dates.day(petition.closesAt()),
                        null),
                new Item(
                        "files",
                        "planned",
                        text("timeline.next.committee", petition.rules().threshold()),
                        null,
                        null));
    }

    private Item item(HappeningKind kind, Happening happening, PetitionView petition, Phase phase) {
        return new Item(
                kind == HappeningKind.OUTCOME && isYes(petition) ? "check" : kind.icon(),
                tone(kind, petition, phase),
                title(kind, petition),
                happening.day() == null ? null : dates.day(happening.day()),
                detail(kind, happening, petition, phase));
    }

    private static String tone(HappeningKind kind, PetitionView petition, Phase phase) {
        return switch (kind) {
            case OPENED -> phase == Phase.VOTING ? "accent" : "";
            case OUTCOME -> isYes(petition) ? "success" : "";
            default -> kind.tone();
        };
    }

    private static boolean isYes(PetitionView petition) {
        return petition.outcome() != null
                && petition.outcome().decision() != null
                && petition.outcome().decision().color().equals("success");
    }

    private String title(HappeningKind kind, PetitionView petition) {
        PetitionView.Outcome outcome = petition.outcome();
        if (kind == HappeningKind.OUTCOME && outcome != null && outcome.decision() != null) {
            return text("timeline.OUTCOME." + outcome.decision(), committee(outcome.committee()));
        }
        return text("timeline." + kind);
    }

    private @Nullable String detail(
            HappeningKind kind, Happening happening, PetitionView petition, Phase phase) {
        Map<String, String> details = happening.details() == null ? Map.of() : happening.details();
        return switch (kind) {
            case OPENED, EXTENDED ->
                    petition.closesAt() == null || phase != Phase.VOTING
                            ? null
                            : text("timeline.until", dates.day(petition.closesAt()));
            case REJECTED ->
                    petition.rejection() == null || petition.rejection().reason() == null
                            ? null
                            : text("reason." + petition.rejection().reason());
            case TALLIED -> {
                Long count = petition.finalCount();
                yield count == null ? null : text("timeline.count", count);
            }
            case KEY_LOST -> text("timeline.keyLost");
            case KEYS_DESTROYED -> text("timeline.keys");
            case OUTCOME ->
                    petition.outcome() == null || petition.outcome().registryNumber() == null
                            ? details.get("registryNumber")
                            : text("timeline.registry", petition.outcome().registryNumber());
            case TAKEN_DOWN -> {
                String reason = details.get("reason");
                yield reason == null ? null : text("takedown.reason." + reason);
            }
            case SUBMITTED, APPROVED, RESTORED, CLOSED, CERTIFIED -> null;
        };
    }

    /** A committee's name; a code that is not in the catalogue is shown as it is. */
    String committee(@Nullable String code) {
        String known = code == null ? text("committee.none") : code;
        String name =
                texts.getMessage(
                        "committee." + known, null, known, LocaleContextHolder.getLocale());
        return name == null ? known : name;
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
