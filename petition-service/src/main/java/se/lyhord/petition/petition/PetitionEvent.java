package se.lyhord.petition.petition;

import java.time.Instant;
import java.time.LocalDate;

/** What has happened to a petition. No personal data and no free text: these can be erased. */
public sealed interface PetitionEvent {

    /** The petition it happened to. */
    PetitionId petitionId();

    /** Handed in, or handed in anew in a later version, and waiting for review. */
    record PetitionSubmitted(
            PetitionId petitionId,
            int textVersion,
            String textDigest,
            Language language,
            Instant submittedAt)
            implements PetitionEvent {}

    /** Approved, and open for votes until {@code closesAt}; {@code revision} numbers deadlines. */
    record PetitionOpened(
            PetitionId petitionId,
            int textVersion,
            Instant approvedAt,
            Instant opensAt,
            Instant closesAt,
            int revision,
            PetitionRules rules)
            implements PetitionEvent {}

    /** Rejected for a reason that is public; the text is shown unless hidden. */
    record PetitionRejected(
            PetitionId petitionId,
            int textVersion,
            RejectionReason reason,
            boolean textHidden,
            Instant rejectedAt)
            implements PetitionEvent {}

    /** The moderators hid places of a text: what is public is {@code publicVersion} of it. */
    record TextRedacted(
            PetitionId petitionId,
            int textVersion,
            int publicVersion,
            String publicDigest,
            Instant redactedAt)
            implements PetitionEvent {}

    /** The moderators asked for a better text; another version may be submitted. */
    record PetitionReturned(PetitionId petitionId, int textVersion, Instant returnedAt)
            implements PetitionEvent {}

    /** The petitioner took it back before it was decided on; nothing more happens to it. */
    record PetitionWithdrawn(PetitionId petitionId, int textVersion, Instant withdrawnAt)
            implements PetitionEvent {}

    /** The moderators found another petition that asks for the same. */
    record DuplicateNamed(PetitionId petitionId, PetitionId duplicateOf, Instant namedAt)
            implements PetitionEvent {}

    /** The moderators found that another authority decides, by its code. */
    record AuthorityNamed(PetitionId petitionId, String authority, Instant namedAt)
            implements PetitionEvent {}

    /** Open until a later deadline, under a new revision. */
    record VotingPeriodExtended(
            PetitionId petitionId, Instant closesAt, int revision, Instant extendedAt)
            implements PetitionEvent {}

    /** A key that votes need is lost: no vote counts from {@code closesAt}, its new deadline. */
    record VotingEndedAfterKeyLoss(PetitionId petitionId, Instant closesAt, int revision)
            implements PetitionEvent {}

    /** Hidden, and takes no votes; for good if the vote ends with it. */
    record PetitionTakenDown(
            PetitionId petitionId, TakeDownReason reason, boolean endsVote, Instant takenDownAt)
            implements PetitionEvent {}

    /** Shown again, and takes votes if it is still open. */
    record PetitionRestored(PetitionId petitionId, Instant restoredAt) implements PetitionEvent {}

    /** Taken down for good: no vote counts from {@code closesAt}, its new deadline. */
    record VotingEndedAfterTakeDown(PetitionId petitionId, Instant closesAt, int revision)
            implements PetitionEvent {}

    /** The deadline of this revision has passed. */
    record PetitionClosed(PetitionId petitionId, int revision, Instant closedAt)
            implements PetitionEvent {}

    /** A committee got the case, or another one where the version is above 1. */
    record PetitionHandedOver(
            PetitionId petitionId,
            int handOverVersion,
            Committee committee,
            String registryNumber,
            LocalDate handedOverOn,
            Instant recordedAt)
            implements PetitionEvent {}

    /** The outcome was recorded, or corrected where the version is above 1. */
    record OutcomeRecorded(
            PetitionId petitionId, int outcomeVersion, Outcome outcome, Instant recordedAt)
            implements PetitionEvent {}
}
