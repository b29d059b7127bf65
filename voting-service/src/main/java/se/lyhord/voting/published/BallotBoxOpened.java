package se.lyhord.voting.published;

import java.util.UUID;

/** The box takes votes. */
record BallotBoxOpened(UUID petitionId) {}
