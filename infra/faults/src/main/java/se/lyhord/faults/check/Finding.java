package se.lyhord.faults.check;

import java.util.UUID;

/**
 * Something that must not be.
 *
 * @param petition where
 * @param detail what was found, for a person
 */
public record Finding(Kind kind, UUID petition, String detail) {

    /** What is wrong. */
    public enum Kind {
        /** An acknowledged vote is not in the list, or an acknowledged withdrawal did not hold. */
        LOST,
        /** A tracker, or a person, is in the list twice, or a tracker is nobody's. */
        DOUBLED,
        /** The petition was not certified in time. */
        UNCONVERGED,
        /** List, count, cut and certificate do not say the same. */
        DISAGREEING,
        /** A key, or the votes, are still there. */
        REMAINING,
        /** A vote after the end was not answered with 410. */
        TAKEN_LATE
    }
}
