package se.lyhord.moderation.decide;

import se.lyhord.moderation.review.RejectionReason;

/** What a moderator decides. */
sealed interface Decision {

    /** Let the petition out. */
    record Approve() implements Decision {}

    /** Refuse it, for a reason that the public sees. */
    record Reject(RejectionReason reason) implements Decision {}
}
