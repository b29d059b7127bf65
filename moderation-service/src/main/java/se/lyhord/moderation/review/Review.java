package se.lyhord.moderation.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review as one reads it.
 *
 * @param title null while the text has not been fetched
 * @param version names what has been read; a decision must give it back
 * @param reason null unless rejected, or proposed to be
 * @param decidedAt when a decision was made or proposed; null while waiting
 * @param takeDown null unless one is proposed or in force
 */
public record Review(
        UUID petitionId,
        int textVersion,
        @Nullable String title,
        Instant submittedAt,
        Instant receivedAt,
        ReviewState state,
        long version,
        @Nullable RejectionReason reason,
        @Nullable Instant decidedAt,
        @Nullable TakeDown takeDown) {}
