package se.lyhord.moderation.published;

import java.time.Instant;
import java.util.UUID;

/** Topic moderation: the petitioner is asked for a better text. */
record PetitionReturned(UUID petitionId, int textVersion, Instant decidedAt) {}
