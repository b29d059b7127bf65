package se.lyhord.moderation.queue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import se.lyhord.moderation.config.Times;

/** How long a petition has waited, against the municipality's promise. */
enum QueueAge {
    /** The promise is broken. */
    LATE,
    /** The promise is close: more than half of the time has gone. */
    SOON,
    /** There is time. */
    FRESH;

    /** Whole days of the calendar between two instants, as people in Sweden count them. */
    static long days(Instant from, Instant to) {
        return ChronoUnit.DAYS.between(Times.day(from), Times.day(to));
    }

    static QueueAge of(long days, int promisedDays) {
        if (days > promisedDays) {
            return LATE;
        }
        return days > promisedDays / 2 ? SOON : FRESH;
    }

    /** The fewest days of this age. */
    int from(int promisedDays) {
        return switch (this) {
            case LATE -> promisedDays + 1;
            case SOON -> promisedDays / 2 + 1;
            case FRESH -> 0;
        };
    }

    /** The most days of this age. */
    int to(int promisedDays) {
        return switch (this) {
            case LATE -> Integer.MAX_VALUE;
            case SOON -> promisedDays;
            case FRESH -> promisedDays / 2;
        };
    }
}
