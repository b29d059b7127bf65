package se.lyhord.moderation.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

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

    /** Drop the case, since the petitioner took the petition back before it was public. */
    record WithdrawPetition(@TargetAggregateIdentifier UUID petitionId, Instant at)
            implements ReviewCommand {}

    /**
     * Let the petition out.
     *
     * @param version the case's version that the moderator has read
     * @param redactions what of it the public does not see
     */
    record ApprovePetition(
            @TargetAggregateIdentifier UUID petitionId,
            long version,
            List<Redaction> redactions,
            Instant at)
            implements ReviewCommand {}

    /**
     * Refuse the petition; for a reason that hides its text, ask a colleague to agree. What is
     * hidden as a whole has no places to hide.
     *
     * @param version the case's version that the moderator has read
     * @param duplicateOf the petition that it doubles, or null
     * @param authority code of the authority that decides in the matter, or null
     * @param redactions what of it the public does not see
     */
    record RejectPetition(
            @TargetAggregateIdentifier UUID petitionId,
            long version,
            RejectionReason reason,
            @Nullable UUID duplicateOf,
            @Nullable String authority,
            List<Redaction> redactions,
            Instant at)
            implements ReviewCommand {}

    /**
     * Agree to a refusal that hides the text.
     *
     * @param version the case's version that the moderator has read
     * @param ownProposal whether the same moderator proposed it, which four eyes do not allow
     */
    record ConfirmRejection(
            @TargetAggregateIdentifier UUID petitionId,
            long version,
            boolean ownProposal,
            Instant at)
            implements ReviewCommand {}

    /**
     * Drop a proposed refusal; whoever made it may, and whoever was asked.
     *
     * @param version the case's version that the moderator has read
     */
    record DismissRejection(@TargetAggregateIdentifier UUID petitionId, long version, Instant at)
            implements ReviewCommand {}

    /**
     * Ask a colleague to agree that a published petition is taken down.
     *
     * @param version the case's version that the moderator has read
     */
    record ProposeTakeDown(
            @TargetAggregateIdentifier UUID petitionId, long version, TakeDown takeDown, Instant at)
            implements ReviewCommand {}

    /**
     * Agree, so that the petition is taken down.
     *
     * @param version the case's version that the moderator has read
     * @param ownProposal whether the same moderator proposed it, which four eyes do not allow
     */
    record ConfirmTakeDown(
            @TargetAggregateIdentifier UUID petitionId,
            long version,
            boolean ownProposal,
            Instant at)
            implements ReviewCommand {}

    /**
     * Drop a proposal; whoever made it may, and whoever was asked.
     *
     * @param version the case's version that the moderator has read
     */
    record DismissTakeDown(@TargetAggregateIdentifier UUID petitionId, long version, Instant at)
            implements ReviewCommand {}

    /**
     * Show a petition again that is taken down, though not for good.
     *
     * @param version the case's version that the moderator has read
     */
    record RestorePetition(@TargetAggregateIdentifier UUID petitionId, long version, Instant at)
            implements ReviewCommand {}

    /**
     * Ask the petitioner for a better text.
     *
     * @param version the case's version that the moderator has read
     */
    record ReturnPetition(@TargetAggregateIdentifier UUID petitionId, long version, Instant at)
            implements ReviewCommand {}

    /** Tell colleagues something; possible at any time. */
    record WriteNote(@TargetAggregateIdentifier UUID petitionId, UUID noteId, Instant at)
            implements ReviewCommand {}

    /**
     * Set the petition's tags.
     *
     * @param version the case's version that the moderator has read
     */
    record ChangeTags(@TargetAggregateIdentifier UUID petitionId, long version, Instant at)
            implements ReviewCommand {}
}
