package se.lyhord.moderation.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.Times;

/**
 * A petition whose vote has ended.
 *
 * @param title null when its text is not here
 * @param outcomeVersion how many outcomes have been recorded; 0 while none has
 * @param decision code of the newest outcome, null while none is recorded
 * @param decidedOn day of the newest outcome
 * @param committee code of who decided it
 * @param registryNumber the municipality's case number
 */
record ClosedPetition(
        UUID petitionId,
        @Nullable String title,
        Instant closedAt,
        int outcomeVersion,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        @Nullable String committee,
        @Nullable String registryNumber) {

    /** The day in Sweden on which the vote ended. */
    public LocalDate closedOn() {
        return Times.day(closedAt);
    }
}
