package se.lyhord.moderation.queue;

import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.moderation.review.ReviewEvent;
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
import se.lyhord.moderation.review.ReviewState;
import se.lyhord.moderation.review.TakeDown;

/** Keeps the table of reviews; an event applied twice leaves it as it was. */
@Component
class QueueProjection {

    private final JdbcClient jdbc;

    QueueProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(ReviewEvent event, @SequenceNumber long sequence) {
        var version = sequence + 1;
        switch (event) {
            case PetitionReceived received -> receive(received, version);
            case PetitionApproved approved ->
                    decide(approved, version, ReviewState.APPROVED, null, approved.decidedAt());
            case PetitionRejected rejected ->
                    decide(
                            rejected,
                            version,
                            ReviewState.REJECTED,
                            rejected.reason().name(),
                            rejected.decidedAt());
            case RejectionProposed proposed ->
                    decide(
                            proposed,
                            version,
                            ReviewState.REJECTION_PROPOSED,
                            proposed.reason().name(),
                            proposed.proposedAt());
            case RejectionDismissed dismissed ->
                    decide(dismissed, version, ReviewState.WAITING, null, null);
            case TakeDownProposed proposed ->
                    follow(proposed, version, ReviewState.TAKE_DOWN_PROPOSED, proposed.takeDown());
            case TakeDownDismissed dismissed ->
                    follow(dismissed, version, ReviewState.APPROVED, null);
            case PetitionTakenDown down ->
                    follow(down, version, ReviewState.TAKEN_DOWN, down.takeDown());
            case PetitionRestored restored -> follow(restored, version, ReviewState.APPROVED, null);
            case PetitionReturned returned ->
                    decide(returned, version, ReviewState.RETURNED, null, returned.decidedAt());
            case PetitionRedacted redacted -> touch(redacted, version);
            case DuplicateNamed named -> touch(named, version);
            case AuthorityNamed named -> touch(named, version);
            case PetitionWithdrawn withdrawn -> withdraw(withdrawn, version);
            case NoteWritten written -> touch(written, version);
            case TagsChanged changed -> touch(changed, version);
        }
    }

    private void receive(PetitionReceived event, long version) {
        jdbc.sql(
                        """
                        insert into review
                            (petition_id, text_version, submitted_at, received_at, state, version)
                        values (:petition, :text, :submitted, :received, 'WAITING', :version)
                        on conflict (petition_id) do update
                        set text_version = :text, submitted_at = :submitted,
                            received_at = :received, version = :version, state = 'WAITING',
                            decided_at = null
                        where review.version < :version
                        """)
                .param("petition", event.petitionId())
                .param("text", event.textVersion())
                .param("submitted", Timestamp.from(event.submittedAt()))
                .param("received", Timestamp.from(event.receivedAt()))
                .param("version", version)
                .update();
    }

    private void follow(
            ReviewEvent event, long version, ReviewState state, @Nullable TakeDown takeDown) {
        jdbc.sql(
                        """
                        update review set state = :state, version = :version,
                            take_down_reason = :reason, take_down_ends_vote = :ends
                        where petition_id = :petition and version < :version
                        """)
                .param("state", state.name())
                .param("version", version)
                .param("reason", takeDown == null ? null : takeDown.reason().name())
                .param("ends", takeDown == null ? null : takeDown.endsVote())
                .param("petition", event.petitionId())
                .update();
    }

    private void withdraw(PetitionWithdrawn event, long version) {
        jdbc.sql(
                        """
                        update review set state = 'WITHDRAWN', reason = null,
                            decided_at = :withdrawn, take_down_reason = null,
                            take_down_ends_vote = null, version = :version
                        where petition_id = :petition and version < :version
                        """)
                .param("withdrawn", Timestamp.from(event.withdrawnAt()))
                .param("version", version)
                .param("petition", event.petitionId())
                .update();
    }

    private void touch(ReviewEvent event, long version) {
        jdbc.sql("update review set version = ? where petition_id = ? and version < ?")
                .params(version, event.petitionId(), version)
                .update();
    }

    private void decide(
            ReviewEvent event,
            long version,
            ReviewState state,
            @Nullable String reason,
            @Nullable Instant decidedAt) {
        jdbc.sql(
                        """
                        update review set state = :state, reason = :reason, decided_at = :decided,
                            version = :version
                        where petition_id = :petition and version < :version
                        """)
                .param("state", state.name())
                .param("reason", reason)
                .param("decided", decidedAt == null ? null : Timestamp.from(decidedAt))
                .param("version", version)
                .param("petition", event.petitionId())
                .update();
    }
}
