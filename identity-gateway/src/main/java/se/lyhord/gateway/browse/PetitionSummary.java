package se.lyhord.gateway.browse;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a list of petitions. */
public record PetitionSummary(
        UUID id,
        String title,
        @Nullable String summary,
        PetitionState state,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer threshold,
        @Nullable Decision outcome,
        @Nullable Long finalCount) {

    /** Whether votes are being counted or waited for, so that the count is asked for. */
    boolean countIsElsewhere() {
        return finalCount == null && state != PetitionState.REJECTED;
    }
}
