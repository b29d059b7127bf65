package se.lyhord.petition.petition;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a petition. Every command carries the time at which it is decided. */
public sealed interface PetitionCommand {

    /** The petition it is asked of. */
    PetitionId petitionId();

    /** When it is decided. */
    Instant at();

    /** A citizen hands in a petition; its text lies beside, under this version and digest. */
    record SubmitPetition(
            @TargetAggregateIdentifier PetitionId petitionId,
            int textVersion,
            String textDigest,
            Language language,
            Instant at)
            implements PetitionCommand {}

    /** The moderators approved this version of the text; it opens under the rules in force. */
    record OpenPetition(
            @TargetAggregateIdentifier PetitionId petitionId,
            int textVersion,
            Instant approvedAt,
            PetitionRules rules,
            Instant at)
            implements PetitionCommand {}

    /** The moderators rejected this version of the text. */
    record RejectPetition(
            @TargetAggregateIdentifier PetitionId petitionId,
            int textVersion,
            RejectionReason reason,
            boolean textHidden,
            Instant at)
            implements PetitionCommand {}

    /**
     * The moderators hide places of this version of the text.
     *
     * @param publicVersion the version that lies beside with the places hidden
     */
    record RedactText(
            @TargetAggregateIdentifier PetitionId petitionId,
            int textVersion,
            int publicVersion,
            String publicDigest,
            Instant at)
            implements PetitionCommand {}

    /** The moderators ask for a better text than this version. */
    record ReturnPetition(
            @TargetAggregateIdentifier PetitionId petitionId, int textVersion, Instant at)
            implements PetitionCommand {}

    /** The petitioner hands in the next version of the text. */
    record CompletePetition(
            @TargetAggregateIdentifier PetitionId petitionId,
            int textVersion,
            String textDigest,
            Language language,
            Instant at)
            implements PetitionCommand {}

    /** The petitioner takes the petition back, before it is decided on. */
    record WithdrawPetition(@TargetAggregateIdentifier PetitionId petitionId, Instant at)
            implements PetitionCommand {}

    /** The moderators found another petition that asks for the same. */
    record NameDuplicate(
            @TargetAggregateIdentifier PetitionId petitionId, PetitionId duplicateOf, Instant at)
            implements PetitionCommand {}

    /**
     * The moderators found that another authority decides in the matter.
     *
     * @param authority its code in what the municipality has settled
     */
    record NameAuthority(
            @TargetAggregateIdentifier PetitionId petitionId, String authority, Instant at)
            implements PetitionCommand {}

    /** Voting goes on longer, as when the platform was down. */
    record ExtendVotingPeriod(
            @TargetAggregateIdentifier PetitionId petitionId, Instant closesAt, Instant at)
            implements PetitionCommand {}

    /** A key that votes need is lost, so that none can be taken any more. */
    record EndVotingAfterKeyLoss(@TargetAggregateIdentifier PetitionId petitionId, Instant at)
            implements PetitionCommand {}

    /**
     * The moderators hide the petition.
     *
     * @param endsVote whether it is for good, and the vote ends with it
     */
    record TakeDownPetition(
            @TargetAggregateIdentifier PetitionId petitionId,
            TakeDownReason reason,
            boolean endsVote,
            Instant takenDownAt,
            Instant at)
            implements PetitionCommand {}

    /** The moderators show the petition again. */
    record RestorePetition(
            @TargetAggregateIdentifier PetitionId petitionId, Instant restoredAt, Instant at)
            implements PetitionCommand {}

    /** The voting period of this revision has passed. */
    record ClosePetition(@TargetAggregateIdentifier PetitionId petitionId, int revision, Instant at)
            implements PetitionCommand {}

    /**
     * A case officer hands the case to a committee.
     *
     * @param handedOverOn the day in Sweden
     * @param knownVersion the hand-over the officer has seen, 0 for none
     */
    record HandOverPetition(
            @TargetAggregateIdentifier PetitionId petitionId,
            Committee committee,
            String registryNumber,
            LocalDate handedOverOn,
            int knownVersion,
            Instant at)
            implements PetitionCommand {}

    /**
     * A case officer records or corrects the outcome.
     *
     * @param knownVersion the version the officer has seen, 0 for none
     */
    record RecordOutcome(
            @TargetAggregateIdentifier PetitionId petitionId,
            Outcome outcome,
            int knownVersion,
            Instant at)
            implements PetitionCommand {}
}
