package se.lyhord.gateway.browse;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a list of petitions.
 *
 * @param answer the beginning of the municipality's answer
 * @param openAgain the first day on which the same may be proposed again; null when nothing stands
 *     in the way, or where it was not asked
 * @param trending whether it has got votes lately
 */
public record PetitionSummary(
        UUID id,
        String title,
        @Nullable String summary,
        PetitionState state,
        @Nullable Standing standing,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer threshold,
        @Nullable RejectionReason rejectionReason,
        @Nullable Decision outcome,
        @Nullable String committee,
        @Nullable LocalDate decidedOn,
        @Nullable String answer,
        @Nullable Long finalCount,
        boolean trending,
        @Nullable LocalDate openAgain) {

    /** Whether votes are being counted or waited for, so that the count is asked for. */
    boolean countIsElsewhere() {
        return finalCount == null && state != PetitionState.REJECTED;
    }
}
