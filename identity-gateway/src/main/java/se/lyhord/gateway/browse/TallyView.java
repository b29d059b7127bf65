package se.lyhord.gateway.browse;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A petition's anonymous count. Either {@code count} is set, or {@code fewerThan} (so few that the
 * number would say too much), or neither: it cannot be had right now.
 *
 * @param day the day the keys were destroyed
 * @param digest SHA-256 of the published list, lower-case hex
 * @param thresholdReachedOn the day it was published that enough had voted
 */
public record TallyView(
        UUID petitionId,
        @Nullable State state,
        @Nullable Long count,
        @Nullable Integer fewerThan,
        @Nullable LocalDate day,
        @Nullable String digest,
        @Nullable LocalDate thresholdReachedOn) {

    /** How far the counting has come. */
    public enum State {
        COUNTING,
        FINAL,
        CERTIFIED
    }

    static TallyView unknown(UUID petition) {
        return new TallyView(petition, null, null, null, null, null, null);
    }

    /** A certified petition's own final count, when the tally cannot be had. */
    static TallyView ended(UUID petition, long count) {
        return new TallyView(petition, State.FINAL, count, null, null, null, null);
    }

    /** Whether the number is the result and changes no more. */
    public boolean ended() {
        return state == State.FINAL || state == State.CERTIFIED;
    }
}
