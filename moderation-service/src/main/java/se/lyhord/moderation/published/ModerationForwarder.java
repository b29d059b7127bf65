package se.lyhord.moderation.published;

import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;
import se.lyhord.exchange.NumberedPublisher;
import se.lyhord.moderation.review.ReviewEvent;

/** Tells other services what moderators decided; the event store is the outbox. */
@Component
class ModerationForwarder {

    private final NumberedPublisher publisher;

    ModerationForwarder(NumberedPublisher publisher) {
        this.publisher = publisher;
    }

    @EventHandler
    void on(ReviewEvent event) {
        translate(event)
                .ifPresent(
                        published ->
                                publisher.publish("moderation", event.petitionId(), published));
    }

    /** What of an event is for others to know; what moderators are still at is not. */
    static Optional<Object> translate(ReviewEvent event) {
        return switch (event) {
            case ReviewEvent.PetitionReceived received -> Optional.empty();
            case ReviewEvent.PetitionRedacted redacted ->
                    Optional.of(
                            new PetitionRedacted(
                                    redacted.petitionId(),
                                    redacted.textVersion(),
                                    redacted.redactions(),
                                    redacted.decidedAt()));
            case ReviewEvent.PetitionReturned returned ->
                    Optional.of(
                            new PetitionReturned(
                                    returned.petitionId(),
                                    returned.textVersion(),
                                    returned.decidedAt()));
            case ReviewEvent.DuplicateNamed named ->
                    Optional.of(
                            new DuplicateNamed(
                                    named.petitionId(), named.duplicateOf(), named.decidedAt()));
            case ReviewEvent.AuthorityNamed named ->
                    Optional.of(
                            new AuthorityNamed(
                                    named.petitionId(), named.authority(), named.decidedAt()));
            case ReviewEvent.PetitionWithdrawn withdrawn -> Optional.empty();
            case ReviewEvent.NoteWritten written -> Optional.empty();
            case ReviewEvent.TagsChanged changed -> Optional.empty();
            case ReviewEvent.PetitionApproved approved ->
                    Optional.of(
                            new PetitionApproved(
                                    approved.petitionId(),
                                    approved.textVersion(),
                                    approved.decidedAt()));
            case ReviewEvent.PetitionRejected rejected ->
                    Optional.of(
                            new PetitionRejected(
                                    rejected.petitionId(),
                                    rejected.textVersion(),
                                    rejected.reason(),
                                    rejected.reason().hidesText(),
                                    rejected.decidedAt()));
            case ReviewEvent.RejectionProposed proposed -> Optional.empty();
            case ReviewEvent.RejectionDismissed dismissed -> Optional.empty();
            case ReviewEvent.TakeDownProposed proposed -> Optional.empty();
            case ReviewEvent.TakeDownDismissed dismissed -> Optional.empty();
            case ReviewEvent.PetitionTakenDown down ->
                    Optional.of(
                            new PetitionTakenDown(
                                    down.petitionId(),
                                    down.textVersion(),
                                    down.takeDown().reason(),
                                    down.takeDown().endsVote(),
                                    down.decidedAt()));
            case ReviewEvent.PetitionRestored restored ->
                    Optional.of(
                            new PetitionRestored(
                                    restored.petitionId(),
                                    restored.textVersion(),
                                    restored.decidedAt()));
        };
    }
}
