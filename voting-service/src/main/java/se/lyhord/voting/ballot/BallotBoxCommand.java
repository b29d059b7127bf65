package se.lyhord.voting.ballot;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a ballot box. Every command may be repeated: what is done stays done. */
public sealed interface BallotBoxCommand {

    /** The petition whose box it is. */
    UUID petitionId();

    /** Opens the box, once for ever. */
    record OpenBallotBox(@TargetAggregateIdentifier UUID petitionId, Instant closesAt, int revision)
            implements BallotBoxCommand {}

    /** Moves the deadline, if the revision is newer than the box's. */
    record MoveDeadline(@TargetAggregateIdentifier UUID petitionId, Instant closesAt, int revision)
            implements BallotBoxCommand {}

    /** Takes no votes for now. */
    record SuspendBallotBox(@TargetAggregateIdentifier UUID petitionId)
            implements BallotBoxCommand {}

    /** Takes votes again. */
    record ResumeBallotBox(@TargetAggregateIdentifier UUID petitionId)
            implements BallotBoxCommand {}

    /**
     * Ends voting. To be sent under the box's exclusive lock.
     *
     * @param revision of the period that ended, as PetitionClosed names it
     * @param at the vote database's clock
     */
    record StartFence(@TargetAggregateIdentifier UUID petitionId, int revision, Instant at)
            implements BallotBoxCommand {}

    /** Fixes the cut, counted after the fence was started. */
    record FenceBallotBox(@TargetAggregateIdentifier UUID petitionId, long cut, String digest)
            implements BallotBoxCommand {}

    /** Records that the salt is lost, so that no vote can be taken any more. */
    record LoseSalt(@TargetAggregateIdentifier UUID petitionId) implements BallotBoxCommand {}

    /** Records that the salt was destroyed, by an order with this count and digest. */
    record ShredBallotBox(
            @TargetAggregateIdentifier UUID petitionId,
            long count,
            String digest,
            String vaultKind,
            long vaultGeneration)
            implements BallotBoxCommand {}

    /** Gives the box up, since its salt was destroyed before this database was restored. */
    record ForgetBallotBox(
            @TargetAggregateIdentifier UUID petitionId, String vaultKind, long vaultGeneration)
            implements BallotBoxCommand {}

    /** Records that nothing of the votes is left. */
    record PurgeBallotBox(@TargetAggregateIdentifier UUID petitionId) implements BallotBoxCommand {}
}
