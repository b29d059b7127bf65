package se.lyhord.gateway.browse;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When people could not vote, as petition-service tells it: asked for now and then, so that no page
 * waits for it.
 */
@Component
class Outages {

    private static final String PATH = "/api/v1/public-outages";

    private final Reader reader;
    private final MessageSource texts;
    private final Dates dates;
    private volatile @Nullable Answer<Told> newest;

    Outages(@Qualifier("petitionReader") Reader reader, MessageSource texts, Dates dates) {
        this.reader = reader;
        this.texts = texts;
        this.dates = dates;
    }

    /**
     * All of it.
     *
     * @param awayNow what has kept people from voting for some minutes and still does
     */
    record Told(@Nullable List<Cause> awayNow, @Nullable List<Outage> outages) {

        List<Outage> declared() {
            return outages == null ? List.of() : outages;
        }
    }

    /** What keeps people from voting. */
    enum Cause {
        PLATFORM,
        EID
    }

    /**
     * One that an administrator has declared.
     *
     * @param confirmed whether a second one has confirmed it
     * @param days by how many days it moves deadlines
     * @param extended how many petitions' deadlines it has moved
     */
    public record Outage(
            @Nullable Cause cause,
            Instant from,
            Instant to,
            boolean confirmed,
            int days,
            int extended) {}

    /** Those declared, the newest first; nothing while nobody can tell. */
    List<Outage> declared() {
        try {
            return reader.get(PATH, Told.class).map(it -> it.value().declared()).orElse(List.of());
        } catch (UpstreamUnavailable away) {
            return List.of();
        }
    }

    /** What every page says at its top, in the reader's language; null when all is well. */
    @Nullable String banner() {
        Answer<Told> answer = newest;
        if (answer == null) {
            return null;
        }
        List<Cause> awayNow = answer.value().awayNow();
        if (answer.staleSince() == null && awayNow != null) {
            Cause away = awayNow.stream().filter(Objects::nonNull).findFirst().orElse(null);
            if (away != null) {
                return text("outage.now." + away);
            }
        }
        return answer.value().declared().stream()
                .filter(it -> !it.confirmed())
                .findFirst()
                .map(this::beingConsidered)
                .orElse(null);
    }

    @Scheduled(fixedDelayString = "${lyhord.settled.interval:PT10S}")
    void ask() {
        try {
            newest = reader.get(PATH, Told.class).orElse(null);
        } catch (UpstreamUnavailable away) {
            newest = null;
        }
    }

    private String beingConsidered(Outage outage) {
        return text(
                "outage.declared",
                dates.time(outage.from()),
                dates.day(outage.from()),
                dates.time(outage.to()),
                dates.day(outage.to()));
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
