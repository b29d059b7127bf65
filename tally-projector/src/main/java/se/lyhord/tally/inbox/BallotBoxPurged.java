package se.lyhord.tally.inbox;

import java.util.UUID;

/** From topic {@code voting}: the box is dropped and its WAL gone. */
public record BallotBoxPurged(UUID petitionId) {}
