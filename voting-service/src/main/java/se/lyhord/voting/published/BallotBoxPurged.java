package se.lyhord.voting.published;

import java.util.UUID;

/** Nothing of the votes is left here. */
record BallotBoxPurged(UUID petitionId) {}
