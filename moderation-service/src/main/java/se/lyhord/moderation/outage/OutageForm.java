package se.lyhord.moderation.outage;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.Times;
import se.lyhord.moderation.config.Typed;

/**
 * An outage as typed. Only petition-service says what is wrong with it.
 *
 * @param cause one of {@link #CAUSES}
 * @param from day and time in Sweden, {@code 2026-11-23T10:00}
 * @param to day and time in Sweden
 * @param reason why people could not vote
 */
record OutageForm(
        @Nullable String cause,
        @Nullable String from,
        @Nullable String to,
        @Nullable String reason) {

    static final List<String> CAUSES = List.of("PLATFORM", "EID");

    OutageForm {
        reason = reason == null ? null : Typed.text(reason);
    }

    /** The form with nothing filled in. */
    static OutageForm empty() {
        return new OutageForm(null, null, null, null);
    }

    /** The form as petition-service reads it, with times in UTC. */
    OutageForm sent() {
        return new OutageForm(cause, utc(from), utc(to), reason);
    }

    /** What is no time is sent as it is, to be refused. */
    private static @Nullable String utc(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return LocalDateTime.parse(typed.strip()).atZone(Times.SWEDEN).toInstant().toString();
        } catch (DateTimeException unreadable) {
            return typed;
        }
    }
}
