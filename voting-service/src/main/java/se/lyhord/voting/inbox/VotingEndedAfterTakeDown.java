package se.lyhord.voting.inbox;

import java.time.Instant;
import java.util.UUID;

/** A petition's deadline is now, since it is taken down for good. */
record VotingEndedAfterTakeDown(UUID petitionId, Instant closesAt, int revision) {}
