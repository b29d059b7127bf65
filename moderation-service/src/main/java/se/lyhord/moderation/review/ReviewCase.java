package se.lyhord.moderation.review;

import static se.lyhord.moderation.review.ReviewRefused.Reason.ALREADY_DECIDED;
import static se.lyhord.moderation.review.ReviewRefused.Reason.CHANGED_MEANWHILE;
import static se.lyhord.moderation.review.ReviewRefused.Reason.OTHER_STATE;
import static se.lyhord.moderation.review.ReviewRefused.Reason.OWN_PROPOSAL;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.review.ReviewCommand.ApprovePetition;
import se.lyhord.moderation.review.ReviewCommand.ChangeTags;
import se.lyhord.moderation.review.ReviewCommand.ConfirmRejection;
import se.lyhord.moderation.review.ReviewCommand.ConfirmTakeDown;
import se.lyhord.moderation.review.ReviewCommand.DismissRejection;
import se.lyhord.moderation.review.ReviewCommand.DismissTakeDown;
import se.lyhord.moderation.review.ReviewCommand.ProposeTakeDown;
import se.lyhord.moderation.review.ReviewCommand.ReceivePetition;
import se.lyhord.moderation.review.ReviewCommand.RejectPetition;
import se.lyhord.moderation.review.ReviewCommand.RestorePetition;
import se.lyhord.moderation.review.ReviewCommand.ReturnPetition;
import se.lyhord.moderation.review.ReviewCommand.WithdrawPetition;
import se.lyhord.moderation.review.ReviewCommand.WriteNote;
import se.lyhord.moderation.review.ReviewEvent.AuthorityNamed;
import se.lyhord.moderation.review.ReviewEvent.DuplicateNamed;
import se.lyhord.moderation.review.ReviewEvent.NoteWritten;
import se.lyhord.moderation.review.ReviewEvent.PetitionApproved;
import se.lyhord.moderation.review.ReviewEvent.PetitionReceived;
import se.lyhord.moderation.review.ReviewEvent.PetitionRedacted;
import se.lyhord.moderation.review.ReviewEvent.PetitionRejected;
import se.lyhord.moderation.review.ReviewEvent.PetitionRestored;
import se.lyhord.moderation.review.ReviewEvent.PetitionReturned;
import se.lyhord.moderation.review.ReviewEvent.PetitionTakenDown;
import se.lyhord.moderation.review.ReviewEvent.PetitionWithdrawn;
import se.lyhord.moderation.review.ReviewEvent.RejectionDismissed;
import se.lyhord.moderation.review.ReviewEvent.RejectionProposed;
import se.lyhord.moderation.review.ReviewEvent.TagsChanged;
import se.lyhord.moderation.review.ReviewEvent.TakeDownDismissed;
import se.lyhord.moderation.review.ReviewEvent.TakeDownProposed;

/**
 * The moderators' check of one petition before publication, and after it should it come to that.
 */
public final class ReviewCase {

    @AggregateIdentifier private @Nullable UUID petitionId;
    private int textVersion;
    private ReviewState state = ReviewState.WAITING;
    private @Nullable RejectionReason rejection;
    private @Nullable TakeDown takeDown;

    /**
     * Number of things that have happened to the case; what a moderator has read is named by it.
     */
    private long version;

    /** For the repository, which fills the case from its events. */
    ReviewCase() {}

    /** Takes the petition in, unless this text or a later one is here or the case is decided. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void receive(ReceivePetition command) {
        if (isUndecided() && command.textVersion() > textVersion) {
            AggregateLifecycle.apply(
                    new PetitionReceived(
                            command.petitionId(),
                            command.textVersion(),
                            command.textDigest(),
                            command.language(),
                            command.submittedAt(),
                            command.at()));
        }
    }

    /** Whatever was decided: petition-service, where the decision would act, was told first. */
    @CommandHandler
    void withdraw(WithdrawPetition command) {
        if (state != ReviewState.WITHDRAWN) {
            AggregateLifecycle.apply(
                    new PetitionWithdrawn(command.petitionId(), textVersion, command.at()));
        }
    }

    @CommandHandler
    void approve(ApprovePetition command) {
        refuseUnlessWaiting(command.version());
        redact(command.petitionId(), command.redactions(), command.at());
        AggregateLifecycle.apply(
                new PetitionApproved(command.petitionId(), textVersion, command.at()));
    }

    @CommandHandler
    void reject(RejectPetition command) {
        refuseUnlessWaiting(command.version());
        if (command.reason().hidesText()) {
            AggregateLifecycle.apply(
                    new RejectionProposed(
                            command.petitionId(), textVersion, command.reason(), command.at()));
            return;
        }
        redact(command.petitionId(), command.redactions(), command.at());
        if (command.duplicateOf() != null) {
            AggregateLifecycle.apply(
                    new DuplicateNamed(
                            command.petitionId(),
                            textVersion,
                            command.duplicateOf(),
                            command.at()));
        }
        if (command.authority() != null) {
            AggregateLifecycle.apply(
                    new AuthorityNamed(
                            command.petitionId(), textVersion, command.authority(), command.at()));
        }
        AggregateLifecycle.apply(
                new PetitionRejected(
                        command.petitionId(), textVersion, command.reason(), command.at()));
    }

    @CommandHandler
    void confirm(ConfirmRejection command) {
        refuseUnless(ReviewState.REJECTION_PROPOSED, command.version());
        if (command.ownProposal()) {
            throw new ReviewRefused(OWN_PROPOSAL);
        }
        AggregateLifecycle.apply(
                new PetitionRejected(
                        command.petitionId(),
                        textVersion,
                        Objects.requireNonNull(rejection),
                        command.at()));
    }

    @CommandHandler
    void dismiss(DismissRejection command) {
        refuseUnless(ReviewState.REJECTION_PROPOSED, command.version());
        AggregateLifecycle.apply(
                new RejectionDismissed(command.petitionId(), textVersion, command.at()));
    }

    @CommandHandler
    void propose(ProposeTakeDown command) {
        refuseUnless(ReviewState.APPROVED, command.version());
        AggregateLifecycle.apply(
                new TakeDownProposed(
                        command.petitionId(), textVersion, command.takeDown(), command.at()));
    }

    @CommandHandler
    void dismiss(DismissTakeDown command) {
        refuseUnless(ReviewState.TAKE_DOWN_PROPOSED, command.version());
        AggregateLifecycle.apply(
                new TakeDownDismissed(command.petitionId(), textVersion, command.at()));
    }

    @CommandHandler
    void confirm(ConfirmTakeDown command) {
        refuseUnless(ReviewState.TAKE_DOWN_PROPOSED, command.version());
        if (command.ownProposal()) {
            throw new ReviewRefused(OWN_PROPOSAL);
        }
        AggregateLifecycle.apply(
                new PetitionTakenDown(
                        command.petitionId(),
                        textVersion,
                        Objects.requireNonNull(takeDown),
                        command.at()));
    }

    @CommandHandler
    void restore(RestorePetition command) {
        refuseUnless(ReviewState.TAKEN_DOWN, command.version());
        if (Objects.requireNonNull(takeDown).endsVote()) {
            throw new ReviewRefused(OTHER_STATE);
        }
        AggregateLifecycle.apply(
                new PetitionRestored(command.petitionId(), textVersion, command.at()));
    }

    private void refuseUnless(ReviewState needed, long versionRead) {
        if (versionRead != version) {
            throw new ReviewRefused(CHANGED_MEANWHILE);
        }
        if (state != needed) {
            throw new ReviewRefused(OTHER_STATE);
        }
    }

    @CommandHandler
    void sendBack(ReturnPetition command) {
        refuseUnlessWaiting(command.version());
        AggregateLifecycle.apply(
                new PetitionReturned(command.petitionId(), textVersion, command.at()));
    }

    @CommandHandler
    void note(WriteNote command) {
        AggregateLifecycle.apply(
                new NoteWritten(command.petitionId(), textVersion, command.noteId(), command.at()));
    }

    @CommandHandler
    void tag(ChangeTags command) {
        if (command.version() != version) {
            throw new ReviewRefused(CHANGED_MEANWHILE);
        }
        AggregateLifecycle.apply(new TagsChanged(command.petitionId(), textVersion, command.at()));
    }

    private boolean isUndecided() {
        return state == ReviewState.WAITING || state == ReviewState.RETURNED;
    }

    private void redact(UUID petition, List<Redaction> redactions, Instant at) {
        if (!redactions.isEmpty()) {
            AggregateLifecycle.apply(new PetitionRedacted(petition, textVersion, redactions, at));
        }
    }

    private void refuseUnlessWaiting(long versionRead) {
        if (state != ReviewState.WAITING) {
            throw new ReviewRefused(ALREADY_DECIDED);
        }
        if (versionRead != version) {
            throw new ReviewRefused(CHANGED_MEANWHILE);
        }
    }

    @EventSourcingHandler
    void on(ReviewEvent event) {
        petitionId = event.petitionId();
        textVersion = event.textVersion();
        version++;
        state =
                switch (event) {
                    case PetitionReceived received -> ReviewState.WAITING;
                    case PetitionApproved approved -> ReviewState.APPROVED;
                    case PetitionRejected rejected -> ReviewState.REJECTED;
                    case RejectionProposed proposed -> ReviewState.REJECTION_PROPOSED;
                    case RejectionDismissed dismissed -> ReviewState.WAITING;
                    case TakeDownProposed proposed -> ReviewState.TAKE_DOWN_PROPOSED;
                    case TakeDownDismissed dismissed -> ReviewState.APPROVED;
                    case PetitionTakenDown down -> ReviewState.TAKEN_DOWN;
                    case PetitionRestored restored -> ReviewState.APPROVED;
                    case PetitionReturned returned -> ReviewState.RETURNED;
                    case PetitionRedacted redacted -> state;
                    case DuplicateNamed named -> state;
                    case AuthorityNamed named -> state;
                    case PetitionWithdrawn withdrawn -> ReviewState.WITHDRAWN;
                    case NoteWritten written -> state;
                    case TagsChanged changed -> state;
                };
        if (event instanceof RejectionProposed proposed) {
            rejection = proposed.reason();
        }
        if (event instanceof TakeDownProposed proposed) {
            takeDown = proposed.takeDown();
        }
    }
}
