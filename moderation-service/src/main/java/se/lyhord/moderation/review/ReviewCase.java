package se.lyhord.moderation.review;

import static se.lyhord.moderation.review.ReviewRefused.Reason.ALREADY_DECIDED;
import static se.lyhord.moderation.review.ReviewRefused.Reason.CHANGED_MEANWHILE;

import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import se.lyhord.moderation.review.ReviewCommand.ApprovePetition;
import se.lyhord.moderation.review.ReviewCommand.ReceivePetition;
import se.lyhord.moderation.review.ReviewCommand.RejectPetition;
import se.lyhord.moderation.review.ReviewEvent.PetitionApproved;
import se.lyhord.moderation.review.ReviewEvent.PetitionReceived;
import se.lyhord.moderation.review.ReviewEvent.PetitionRejected;

/** The moderators' check of one petition before publication. */
public final class ReviewCase {

    @AggregateIdentifier private @Nullable UUID petitionId;
    private int textVersion;
    private ReviewState state = ReviewState.WAITING;

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
        if (state == ReviewState.WAITING && command.textVersion() > textVersion) {
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

    @CommandHandler
    void approve(ApprovePetition command) {
        refuseUnlessWaiting(command.version());
        AggregateLifecycle.apply(
                new PetitionApproved(command.petitionId(), textVersion, command.at()));
    }

    @CommandHandler
    void reject(RejectPetition command) {
        refuseUnlessWaiting(command.version());
        AggregateLifecycle.apply(
                new PetitionRejected(
                        command.petitionId(), textVersion, command.reason(), command.at()));
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
                };
    }
}
