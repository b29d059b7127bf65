package se.lyhord.moderation.published;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import se.lyhord.moderation.review.Redaction;

/** Topic moderation: places of the text are not for the public. Comes before the decision. */
record PetitionRedacted(
        UUID petitionId, int textVersion, List<Redaction> redactions, Instant decidedAt) {}
