package se.lyhord.voting.inbox;

import java.time.Instant;
import java.util.UUID;

/** A petition's deadline is now, since one of its keys is lost. */
record VotingEndedAfterKeyLoss(UUID petitionId, Instant closesAt, int revision) {}
