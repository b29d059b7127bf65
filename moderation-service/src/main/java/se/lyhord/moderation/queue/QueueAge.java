package se.lyhord.moderation.queue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import se.lyhord.moderation.config.Times;

/** How long a petition has waited, against the promise to decide within five days. */
enum QueueAge {
    /** The promise is broken. */
    LATE,
    /** The promise is close. */
    SOON,
    /** There is time. */
    FRESH;

    private static final long PROMISED_DAYS = 5;
    private static final long FRESH_DAYS = 2;

    /** Whole days of the calendar between two instants, as people in Sweden count them. */
    static long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(Times.day(from), Times.day(to));
    }

    static QueueAge of(long days) {
        if (days > PROMISED_DAYS) {
            return LATE;
        }
        return days > FRESH_DAYS ? SOON : FRESH;
    }
}
