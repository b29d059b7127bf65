package se.lyhord.restoredrill;

import java.util.List;
import java.util.UUID;
import se.lyhord.faults.check.Certified;

/**
 * The closed votes of a drill.
 *
 * @param boxes one for each petition
 */
record Ballots(List<Box> boxes) {

    /**
     * One closed vote.
     *
     * @param votesInCopy how many had voted when the old copies were made
     * @param certified as it was issued
     */
    record Box(UUID petition, long votesInCopy, Certified certified) {}
}
