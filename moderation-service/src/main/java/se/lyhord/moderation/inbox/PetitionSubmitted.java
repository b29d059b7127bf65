package se.lyhord.moderation.inbox;

import java.time.Instant;
import java.util.UUID;

/** Topic petitions: a citizen has handed a petition in. */
record PetitionSubmitted(
        UUID petitionId,
        int textVersion,
        String textDigest,
        String language,
        Instant submittedAt) {}
