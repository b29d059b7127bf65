package se.lyhord.moderation.published;

import java.time.Instant;
import java.util.UUID;
import se.lyhord.moderation.review.TakeDownReason;

/**
 * Topic moderation: hide the petition and take no votes.
 *
 * @param endsVote whether it is for good, and the vote ends
 */
record PetitionTakenDown(
        UUID petitionId,
        int textVersion,
        TakeDownReason reason,
        boolean endsVote,
        Instant decidedAt) {}
