package se.lyhord.moderation.published;

import java.time.Instant;
import java.util.UUID;

/** Topic moderation: another petition asks for the same. Comes before the rejection. */
record DuplicateNamed(UUID petitionId, UUID duplicateOf, Instant decidedAt) {}
