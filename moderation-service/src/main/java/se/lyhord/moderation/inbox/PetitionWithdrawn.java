package se.lyhord.moderation.inbox;

import java.time.Instant;
import java.util.UUID;

/** Topic petitions: a petitioner has taken a petition back. */
record PetitionWithdrawn(UUID petitionId, Instant withdrawnAt) {}
