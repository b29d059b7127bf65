package se.lyhord.moderation.published;

import java.time.Instant;
import java.util.UUID;
import se.lyhord.moderation.review.RejectionReason;

/**
 * Topic moderation: the petition is refused.
 *
 * @param textHidden whether title and text must stay hidden from the public
 */
record PetitionRejected(
        UUID petitionId,
        int textVersion,
        RejectionReason reason,
        boolean textHidden,
        Instant decidedAt) {}
