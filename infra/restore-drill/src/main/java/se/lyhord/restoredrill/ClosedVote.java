package se.lyhord.restoredrill;

import java.util.UUID;
import se.lyhord.faults.check.Certified;

/**
 * A vote that has closed.
 *
 * @param votesInCopy how many had voted when the old copies were made
 * @param certified as it was issued
 */
record ClosedVote(UUID petition, long votesInCopy, Certified certified) {}
