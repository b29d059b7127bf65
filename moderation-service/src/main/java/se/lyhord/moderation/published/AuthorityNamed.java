package se.lyhord.moderation.published;

import java.time.Instant;
import java.util.UUID;

/**
 * Topic moderation: another authority decides in the matter. Comes before the rejection.
 *
 * @param authority its code in what the municipality has settled
 */
record AuthorityNamed(UUID petitionId, String authority, Instant decidedAt) {}
