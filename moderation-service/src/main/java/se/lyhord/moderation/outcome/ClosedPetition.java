package se.lyhord.moderation.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.config.Times;

/**
 * A petition whose vote has ended.
 *
 * @param title null when its text is not here
 * @param answerBy the day by which an answer was promised when the vote ended
 * @param handOverVersion how many times the case was handed over; 0 while no committee has it
 * @param handedOverOn day of the newest hand-over
 * @param outcomeVersion how many outcomes have been recorded; 0 while none has
 * @param decision code of the newest outcome, null while none is recorded
 * @param decidedOn day of the newest outcome
 * @param committee code of who has the case, or decided it
 * @param registryNumber the municipality's case number
 */
record ClosedPetition(
        UUID petitionId,
        @Nullable String title,
        Instant closedAt,
        LocalDate answerBy,
        int handOverVersion,
        @Nullable LocalDate handedOverOn,
        int outcomeVersion,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        @Nullable String committee,
        @Nullable String registryNumber) {

    /** The day in Sweden on which the vote ended. */
    public LocalDate closedOn() {
        return Times.day(closedAt);
    }

    /** Days left to answer in time; negative when the promise is broken. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, answerBy);
    }
}
