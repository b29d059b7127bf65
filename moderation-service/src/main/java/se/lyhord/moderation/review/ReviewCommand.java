package se.lyhord.moderation.review;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** All that can be asked of a review. Every command carries the time it is decided at. */
public sealed interface ReviewCommand {

    /** The petition under review. */
    UUID petitionId();

    /** Take the petition in; asking again for the same text changes nothing. */
    record ReceivePetition(
            @TargetAggregateIdentifier UUID petitionId,
            int textVersion,
            String textDigest,
            String language,
            Instant submittedAt,
            Instant at)
            implements ReviewCommand {}

    /**
     * Let the petition out.
     *
     * @param version the case's version that the moderator has read
     */
    record ApprovePetition(@TargetAggregateIdentifier UUID petitionId, long version, Instant at)
            implements ReviewCommand {}

    /**
     * Refuse the petition.
     *
     * @param version the case's version that the moderator has read
     */
    record RejectPetition(
            @TargetAggregateIdentifier UUID petitionId,
            long version,
            RejectionReason reason,
            Instant at)
            implements ReviewCommand {}
}
