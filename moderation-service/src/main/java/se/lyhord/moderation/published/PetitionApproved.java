package se.lyhord.moderation.published;

import java.time.Instant;
import java.util.UUID;

/** Topic moderation: the petition may be opened for votes. */
record PetitionApproved(UUID petitionId, int textVersion, Instant decidedAt) {}
