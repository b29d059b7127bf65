package se.lyhord.moderation.review;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All that can happen to a review. No event holds free text, a name or anything else to erase. */
public sealed interface ReviewEvent {

    /** The petition under review, which also names the case. */
    UUID petitionId();

    /** Version of the petition's text that the event is about, from 1. */
    int textVersion();

    /**
     * A petition came in and waits for a moderator.
     *
     * @param textDigest SHA-256 of the text as petition-service keeps it, lower-case hex
     * @param language language of the text, {@code sv} or {@code en}
     */
    record PetitionReceived(
            UUID petitionId,
            int textVersion,
            String textDigest,
            String language,
            Instant submittedAt,
            Instant receivedAt)
            implements ReviewEvent {}

    /** The petitioner took the petition back; what moderators decided meanwhile has no effect. */
    record PetitionWithdrawn(UUID petitionId, int textVersion, Instant withdrawnAt)
            implements ReviewEvent {}

    /** A moderator let the petition out to the public. */
    record PetitionApproved(UUID petitionId, int textVersion, Instant decidedAt)
            implements ReviewEvent {}

    /** A moderator refused the petition for a reason that the public sees. */
    record PetitionRejected(
            UUID petitionId, int textVersion, RejectionReason reason, Instant decidedAt)
            implements ReviewEvent {}

    /** A moderator asked a colleague to agree to a refusal that hides the text. */
    record RejectionProposed(
            UUID petitionId, int textVersion, RejectionReason reason, Instant proposedAt)
            implements ReviewEvent {}

    /** The proposal was dropped; the petition waits for a moderator again. */
    record RejectionDismissed(UUID petitionId, int textVersion, Instant dismissedAt)
            implements ReviewEvent {}

    /** A moderator asked a colleague to agree to a take-down. */
    record TakeDownProposed(UUID petitionId, int textVersion, TakeDown takeDown, Instant proposedAt)
            implements ReviewEvent {}

    /** The proposal was dropped; the petition stays up. */
    record TakeDownDismissed(UUID petitionId, int textVersion, Instant dismissedAt)
            implements ReviewEvent {}

    /** Two moderators took the petition down, for a reason that the public sees. */
    record PetitionTakenDown(UUID petitionId, int textVersion, TakeDown takeDown, Instant decidedAt)
            implements ReviewEvent {}

    /** A moderator let the petition out to the public again. */
    record PetitionRestored(UUID petitionId, int textVersion, Instant decidedAt)
            implements ReviewEvent {}

    /** A moderator hid places of the text from the public; comes before the decision. */
    record PetitionRedacted(
            UUID petitionId, int textVersion, List<Redaction> redactions, Instant decidedAt)
            implements ReviewEvent {}

    /** A moderator found another petition that asks for the same; comes before the rejection. */
    record DuplicateNamed(UUID petitionId, int textVersion, UUID duplicateOf, Instant decidedAt)
            implements ReviewEvent {}

    /**
     * A moderator found that another authority decides in the matter; comes before the rejection.
     *
     * @param authority its code in what the municipality has settled
     */
    record AuthorityNamed(UUID petitionId, int textVersion, String authority, Instant decidedAt)
            implements ReviewEvent {}

    /** A moderator asked the petitioner for a better text; the message lies beside. */
    record PetitionReturned(UUID petitionId, int textVersion, Instant decidedAt)
            implements ReviewEvent {}

    /** A moderator wrote a note for colleagues; its words lie beside, under this id. */
    record NoteWritten(UUID petitionId, int textVersion, UUID noteId, Instant writtenAt)
            implements ReviewEvent {}

    /** A moderator changed the petition's tags; they lie beside. */
    record TagsChanged(UUID petitionId, int textVersion, Instant changedAt)
            implements ReviewEvent {}
}
