package se.lyhord.tally.inbox;

import java.util.UUID;

/**
 * From topic {@code voting}: no vote is accepted any more; cut and digest are what it then held.
 */
public record BallotBoxFenced(UUID petitionId, long cut, String digest) {}
