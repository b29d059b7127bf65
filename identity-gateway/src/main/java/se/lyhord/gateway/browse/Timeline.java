package se.lyhord.gateway.browse;

import java.time.Instant;
import java.time.LocalDate;
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
    private final Committees committees;
    private final RejectionWords rejections;

    Timeline(MessageSource texts, Dates dates, Committees committees, RejectionWords rejections) {
        this.rejections = rejections;
        this.texts = texts;
        this.dates = dates;
        this.committees = committees;
    }

    /** One line, as the design system's timeline wants it. */
    public record Item(
            String icon, String tone, String title, @Nullable String day, @Nullable String text) {}

    /**
     * What has happened, newest first.
     *
     * @param thresholdReachedOn the day it was published that enough had voted
     */
    List<Item> past(PetitionView petition, Phase phase, @Nullable LocalDate thresholdReachedOn) {
        List<Item> items = new ArrayList<>();
        for (Happening happening : happenings(petition, thresholdReachedOn)) {
            HappeningKind kind = happening.event();
            if (kind != null) {
                items.addFirst(item(kind, happening, petition, phase));
            }
        }
        return items;
    }

    /** What has happened before anything is public, newest first. */
    List<Item> past(StatusView status) {
        return status.happenings().reversed().stream()
                .map(
                        happening ->
                                new Item(
                                        happening.event().icon(),
                                        "",
                                        text("timeline." + happening.event()),
                                        dates.day(happening.day()),
                                        null))
                .toList();
    }

    /** All that has happened, oldest first. */
    static List<Happening> happenings(
            PetitionView petition, @Nullable LocalDate thresholdReachedOn) {
        List<Happening> happenings = new ArrayList<>(petition.happenings());
        if (thresholdReachedOn != null) {
            int place = 0;
            while (place < happenings.size()
                    && isBefore(happenings.get(place), thresholdReachedOn)) {
                place++;
            }
            happenings.add(
                    place,
                    new Happening(HappeningKind.THRESHOLD_REACHED, thresholdReachedOn, null));
        }
        return happenings;
    }

    /** On the same day voting opens before the limit is reached, and closes after it. */
    private static boolean isBefore(Happening happening, LocalDate reached) {
        return happening.event() != HappeningKind.CLOSED
                && happening.day() != null
                && !happening.day().isAfter(reached);
    }

    /** What comes next: the end of the vote, or the answer. */
    List<Item> ahead(PetitionView petition, Phase phase) {
        if (petition.standing() == Standing.AWAITING_ANSWER) {
            return List.of(new Item("files", "planned", text("timeline.next.answer"), null, null));
        }
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

    /** What happened, in a few words. */
    String title(HappeningKind kind, PetitionView petition) {
        PetitionView.Outcome outcome = petition.outcome();
        if (kind == HappeningKind.OUTCOME && outcome != null && outcome.decision() != null) {
            return text(
                    "timeline.OUTCOME." + outcome.decision(), committees.name(outcome.committee()));
        }
        return text("timeline." + kind);
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

    private @Nullable String detail(
            HappeningKind kind, Happening happening, PetitionView petition, Phase phase) {
        Map<String, String> details = happening.details() == null ? Map.of() : happening.details();
        return switch (kind) {
            case OPENED ->
                    petition.closesAt() == null || phase != Phase.VOTING
                            ? null
                            : text("timeline.until", dates.day(petition.closesAt()));
            case EXTENDED -> extended(details.get("closesAt"));
            case REJECTED -> rejected(petition);
            case TALLIED -> {
                Long count = petition.finalCount();
                yield count == null ? null : text("timeline.count", count);
            }
            case KEY_LOST -> text("timeline.keyLost");
            case KEYS_DESTROYED -> text("timeline.keys");
            case HANDED_OVER ->
                    text(
                            "timeline.handedOver",
                            committees.name(details.get("committee")),
                            String.valueOf(details.get("registryNumber")));
            case OUTCOME ->
                    petition.outcome() == null || petition.outcome().registryNumber() == null
                            ? details.get("registryNumber")
                            : text("timeline.registry", petition.outcome().registryNumber());
            case THRESHOLD_REACHED ->
                    petition.threshold() == null
                            ? null
                            : text("timeline.threshold", petition.threshold());
            case TAKEN_DOWN -> {
                String reason = details.get("reason");
                yield reason == null ? null : text("takedown.reason." + reason);
            }
            case REDACTED -> text("timeline.redacted");
            case SUBMITTED, RETURNED, COMPLETED, WITHDRAWN, APPROVED, RESTORED, CLOSED, CERTIFIED ->
                    null;
        };
    }

    private @Nullable String rejected(PetitionView petition) {
        PetitionView.Rejection rejection = petition.rejection();
        if (rejection == null || rejection.reason() == null) {
            return null;
        }
        String reason = rejections.of(rejection.reason());
        Settled.Authority authority = rejections.authority(rejection);
        return authority == null
                ? reason
                : text("timeline.redirected", reason.replaceFirst("\\.$", ""), authority.name());
    }

    /** Until when this extension made it, whatever came after. */
    private @Nullable String extended(@Nullable String closesAt) {
        return closesAt == null
                ? null
                : text("timeline.extended", dates.day(Instant.parse(closesAt)));
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
