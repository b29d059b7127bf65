package se.lyhord.moderation.published;

import java.time.Instant;
import java.util.UUID;

/** Topic moderation: show the petition again, and take votes until its deadline. */
record PetitionRestored(UUID petitionId, int textVersion, Instant decidedAt) {}
