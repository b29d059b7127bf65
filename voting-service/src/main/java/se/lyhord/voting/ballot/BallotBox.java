package se.lyhord.voting.ballot;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import se.lyhord.voting.ballot.BallotBoxCommand.FenceBallotBox;
import se.lyhord.voting.ballot.BallotBoxCommand.ForgetBallotBox;
import se.lyhord.voting.ballot.BallotBoxCommand.LoseSalt;
import se.lyhord.voting.ballot.BallotBoxCommand.MoveDeadline;
import se.lyhord.voting.ballot.BallotBoxCommand.OpenBallotBox;
import se.lyhord.voting.ballot.BallotBoxCommand.PurgeBallotBox;
import se.lyhord.voting.ballot.BallotBoxCommand.ResumeBallotBox;
import se.lyhord.voting.ballot.BallotBoxCommand.ShredBallotBox;
import se.lyhord.voting.ballot.BallotBoxCommand.StartFence;
import se.lyhord.voting.ballot.BallotBoxCommand.SuspendBallotBox;
import se.lyhord.voting.ballot.BallotBoxEvent.BallotBoxFenced;
import se.lyhord.voting.ballot.BallotBoxEvent.BallotBoxForgotten;
import se.lyhord.voting.ballot.BallotBoxEvent.BallotBoxOpened;
import se.lyhord.voting.ballot.BallotBoxEvent.BallotBoxPurged;
import se.lyhord.voting.ballot.BallotBoxEvent.BallotBoxResumed;
import se.lyhord.voting.ballot.BallotBoxEvent.BallotBoxSuspended;
import se.lyhord.voting.ballot.BallotBoxEvent.DeadlineMoved;
import se.lyhord.voting.ballot.BallotBoxEvent.FenceStarted;
import se.lyhord.voting.ballot.BallotBoxEvent.SaltLost;
import se.lyhord.voting.ballot.BallotBoxEvent.SaltShredded;
import se.lyhord.voting.ballot.BallotBoxRefused.Reason;

/** {@code OPEN ⇄ SUSPENDED → FENCING → FENCED → SHREDDED → PURGED}, and never back. */
public class BallotBox {

    @AggregateIdentifier private @Nullable UUID petitionId;
    private @Nullable BoxState state;
    private Instant closesAt = Instant.MIN;
    private int revision;
    private long cut;
    private String digest = "";
    private boolean saltLost;

    /** For the event store, which fills it from events. */
    protected BallotBox() {}

    /** A box that has been opened, whatever became of it, is not opened again. */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public void open(OpenBallotBox command) {
        if (state == null) {
            apply(
                    new BallotBoxOpened(
                            command.petitionId(), command.closesAt(), command.revision()));
        }
    }

    @CommandHandler
    void move(MoveDeadline command) {
        if (command.revision() <= revision) {
            return;
        }
        require(state == BoxState.OPEN || state == BoxState.SUSPENDED, Reason.OTHER_STATE);
        apply(new DeadlineMoved(command.petitionId(), command.closesAt(), command.revision()));
    }

    @CommandHandler
    void suspend(SuspendBallotBox command) {
        if (state == BoxState.OPEN) {
            apply(new BallotBoxSuspended(command.petitionId()));
        }
    }

    @CommandHandler
    void resume(ResumeBallotBox command) {
        if (state == BoxState.SUSPENDED) {
            apply(new BallotBoxResumed(command.petitionId()));
        }
    }

    @CommandHandler
    void loseSalt(LoseSalt command) {
        if (!saltLost && (state == BoxState.OPEN || state == BoxState.SUSPENDED)) {
            apply(new SaltLost(command.petitionId()));
        }
    }

    @CommandHandler
    void startFence(StartFence command) {
        if (state != BoxState.OPEN && state != BoxState.SUSPENDED) {
            return;
        }
        require(command.revision() == revision, Reason.OTHER_REVISION);
        require(!command.at().isBefore(closesAt), Reason.TOO_EARLY);
        apply(new FenceStarted(command.petitionId(), revision));
    }

    @CommandHandler
    void fence(FenceBallotBox command) {
        if (isPast(BoxState.FENCING)) {
            return;
        }
        require(state == BoxState.FENCING, Reason.OTHER_STATE);
        apply(new BallotBoxFenced(command.petitionId(), revision, command.cut(), command.digest()));
    }

    @CommandHandler
    void shred(ShredBallotBox command) {
        if (isPast(BoxState.FENCED)) {
            return;
        }
        require(state == BoxState.FENCED, Reason.OTHER_STATE);
        require(command.count() == cut && command.digest().equals(digest), Reason.OTHER_TALLY);
        apply(
                new SaltShredded(
                        command.petitionId(), command.vaultKind(), command.vaultGeneration()));
    }

    @CommandHandler
    void forget(ForgetBallotBox command) {
        if (!isPast(BoxState.FENCED)) {
            apply(new BallotBoxForgotten(command.petitionId()));
            // Told again, since nobody can say whether it was.
            apply(
                    new SaltShredded(
                            command.petitionId(), command.vaultKind(), command.vaultGeneration()));
        }
    }

    @CommandHandler
    void purge(PurgeBallotBox command) {
        if (state == BoxState.PURGED) {
            return;
        }
        require(state == BoxState.SHREDDED, Reason.OTHER_STATE);
        apply(new BallotBoxPurged(command.petitionId()));
    }

    @EventSourcingHandler
    void on(BallotBoxEvent event) {
        switch (event) {
            case BallotBoxOpened opened -> {
                petitionId = opened.petitionId();
                state = BoxState.OPEN;
                closesAt = opened.closesAt();
                revision = opened.revision();
            }
            case DeadlineMoved moved -> {
                closesAt = moved.closesAt();
                revision = moved.revision();
            }
            case SaltLost lost -> saltLost = true;
            case BallotBoxSuspended suspended -> state = BoxState.SUSPENDED;
            case BallotBoxResumed resumed -> state = BoxState.OPEN;
            case FenceStarted started -> state = BoxState.FENCING;
            case BallotBoxFenced fenced -> {
                state = BoxState.FENCED;
                cut = fenced.cut();
                digest = fenced.digest();
            }
            case SaltShredded shredded -> state = BoxState.SHREDDED;
            case BallotBoxForgotten forgotten -> state = BoxState.SHREDDED;
            case BallotBoxPurged purged -> state = BoxState.PURGED;
        }
    }

    private boolean isPast(BoxState step) {
        return state != null && state.compareTo(step) > 0;
    }

    private static void require(boolean allowed, Reason otherwise) {
        if (!allowed) {
            throw new BallotBoxRefused(otherwise);
        }
    }
}
