package se.lyhord.petition.extend;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one part: when somebody last looked, and since when it has not answered. What
 * nobody saw counts as nothing.
 *
 * @param awaySince null while it answers
 */
record Watch(Instant lookedAt, @Nullable Instant awaySince) {

    /** Whoever looks less often than this does not know what was between. */
    static final Duration LONGEST_BLINK = Duration.ofMinutes(5);

    /**
     * What one look tells.
     *
     * @param ended an absence that is over, or null
     */
    record Look(Watch next, @Nullable Absence ended) {}

    /** A time in which the part answered nobody who looked. */
    record Absence(Instant from, Instant to) {

        Duration lasted() {
            return Duration.between(from, to);
        }
    }

    /** Looks again. */
    Look look(boolean answers, Instant now) {
        if (awaySince == null) {
            return new Look(new Watch(now, answers ? null : now), null);
        }
        if (Duration.between(lookedAt, now).compareTo(LONGEST_BLINK) > 0) {
            return new Look(new Watch(now, answers ? null : now), new Absence(awaySince, lookedAt));
        }
        return answers
                ? new Look(new Watch(now, null), new Absence(awaySince, now))
                : new Look(new Watch(now, awaySince), null);
    }
}
