package se.lyhord.voting.inbox;

import java.time.Instant;
import java.util.UUID;

/** A petition's deadline has moved. */
record VotingPeriodExtended(UUID petitionId, Instant closesAt, int revision) {}
