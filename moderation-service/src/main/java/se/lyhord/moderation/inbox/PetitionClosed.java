package se.lyhord.moderation.inbox;

import java.time.Instant;
import java.util.UUID;

/** Topic petitions: the vote has ended. */
record PetitionClosed(UUID petitionId, Instant closedAt) {}
