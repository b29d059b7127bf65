package se.lyhord.voting.ballot;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
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

class BallotBoxTest {

    private static final UUID P = UUID.fromString("6d0f0d1e-4c1c-4a53-9a25-000000000001");
    private static final Instant CLOSES = Instant.parse("2026-11-23T22:59:00Z");
    private static final Instant LATER = CLOSES.plusSeconds(86_400);
    private static final BallotBoxEvent OPENED = new BallotBoxOpened(P, CLOSES, 1);
    private static final BallotBoxEvent EXTENDED = new DeadlineMoved(P, LATER, 2);
    private static final BallotBoxEvent LOST = new SaltLost(P);
    private static final BallotBoxEvent STARTED = new FenceStarted(P, 1);
    private static final BallotBoxEvent FENCED = new BallotBoxFenced(P, 1, 7, "d");
    private static final BallotBoxEvent SHREDDED = new SaltShredded(P, "file", 3);
    private static final BallotBoxEvent PURGED = new BallotBoxPurged(P);

    private final FixtureConfiguration<BallotBox> fixture =
            new AggregateTestFixture<>(BallotBox.class);

    @Test
    void opensOnceForEver() {
        expect(fixture.givenNoPriorActivity().when(new OpenBallotBox(P, CLOSES, 1)), OPENED);
        given(OPENED, new OpenBallotBox(P, LATER, 2));
        given(
                new BallotBoxEvent[] {OPENED, STARTED, FENCED, SHREDDED, PURGED},
                new OpenBallotBox(P, LATER, 9));
    }

    @Test
    void takesTheNewestDeadlineOnly() {
        given(OPENED, new MoveDeadline(P, LATER, 2), EXTENDED);
        given(new BallotBoxEvent[] {OPENED, EXTENDED}, new MoveDeadline(P, CLOSES, 2));
        refuse(
                new BallotBoxEvent[] {OPENED, STARTED},
                new MoveDeadline(P, LATER, 2),
                Reason.OTHER_STATE);
    }

    @Test
    void tellsOnceThatItsSaltIsLost() {
        given(OPENED, new LoseSalt(P), LOST);
        given(new BallotBoxEvent[] {OPENED, LOST}, new LoseSalt(P));
        given(new BallotBoxEvent[] {OPENED, STARTED}, new LoseSalt(P));
        given(new BallotBoxEvent[] {OPENED, LOST}, new MoveDeadline(P, LATER, 2), EXTENDED);
    }

    @Test
    void isSuspendedAndResumed() {
        given(OPENED, new SuspendBallotBox(P), new BallotBoxSuspended(P));
        given(
                new BallotBoxEvent[] {OPENED, new BallotBoxSuspended(P)},
                new ResumeBallotBox(P),
                new BallotBoxResumed(P));
        given(OPENED, new ResumeBallotBox(P));
        given(new BallotBoxEvent[] {OPENED, STARTED}, new SuspendBallotBox(P));
        given(new BallotBoxEvent[] {OPENED, STARTED}, new ResumeBallotBox(P));
    }

    @Test
    void isFencedAtItsNewestRevisionWhenTheClockHasPassed() {
        given(OPENED, new StartFence(P, 1, CLOSES), STARTED);
        given(
                new BallotBoxEvent[] {OPENED, new BallotBoxSuspended(P)},
                new StartFence(P, 1, CLOSES),
                STARTED);
        refuse(
                new BallotBoxEvent[] {OPENED},
                new StartFence(P, 1, CLOSES.minusMillis(1)),
                Reason.TOO_EARLY);
        refuse(
                new BallotBoxEvent[] {OPENED, EXTENDED},
                new StartFence(P, 1, LATER),
                Reason.OTHER_REVISION);
        given(new BallotBoxEvent[] {OPENED, STARTED}, new StartFence(P, 1, CLOSES));
    }

    @Test
    void itsCutIsFixedForEver() {
        given(new BallotBoxEvent[] {OPENED, STARTED}, new FenceBallotBox(P, 7, "d"), FENCED);
        given(new BallotBoxEvent[] {OPENED, STARTED, FENCED}, new FenceBallotBox(P, 8, "e"));
        refuse(new BallotBoxEvent[] {OPENED}, new FenceBallotBox(P, 7, "d"), Reason.OTHER_STATE);
    }

    @Test
    void isShreddedOnItsOwnTallyOnly() {
        BallotBoxEvent[] fenced = {OPENED, STARTED, FENCED};
        given(fenced, new ShredBallotBox(P, 7, "d", "file", 3), SHREDDED);
        refuse(fenced, new ShredBallotBox(P, 8, "d", "file", 3), Reason.OTHER_TALLY);
        refuse(fenced, new ShredBallotBox(P, 7, "e", "file", 3), Reason.OTHER_TALLY);
        refuse(
                new BallotBoxEvent[] {OPENED, STARTED},
                new ShredBallotBox(P, 0, "", "file", 3),
                Reason.OTHER_STATE);
        given(
                new BallotBoxEvent[] {OPENED, STARTED, FENCED, SHREDDED},
                new ShredBallotBox(P, 1, "x", "file", 9));
    }

    @Test
    void isPurgedAfterItsSaltOnly() {
        given(
                new BallotBoxEvent[] {OPENED, STARTED, FENCED, SHREDDED},
                new PurgeBallotBox(P),
                PURGED);
        refuse(
                new BallotBoxEvent[] {OPENED, STARTED, FENCED},
                new PurgeBallotBox(P),
                Reason.OTHER_STATE);
        given(
                new BallotBoxEvent[] {OPENED, STARTED, FENCED, SHREDDED, PURGED},
                new PurgeBallotBox(P));
    }

    @Test
    void isForgottenWhenItCameBackFromAnOldCopy() {
        var forget = new ForgetBallotBox(P, "file", 3);
        given(OPENED, forget, new BallotBoxForgotten(P), SHREDDED);
        given(
                new BallotBoxEvent[] {OPENED, new BallotBoxForgotten(P), SHREDDED},
                new PurgeBallotBox(P),
                PURGED);
        given(new BallotBoxEvent[] {OPENED, STARTED, FENCED, SHREDDED}, forget);
    }

    private void given(BallotBoxEvent before, BallotBoxCommand command, Object... events) {
        given(new BallotBoxEvent[] {before}, command, events);
    }

    private void given(BallotBoxEvent[] before, BallotBoxCommand command, Object... events) {
        expect(fixture.given((Object[]) before).when(command), events);
    }

    private static void expect(ResultValidator<BallotBox> result, Object... events) {
        result.expectSuccessfulHandlerExecution().expectEvents(events);
    }

    private void refuse(BallotBoxEvent[] before, BallotBoxCommand command, Reason reason) {
        fixture.given((Object[]) before)
                .when(command)
                .expectException(BallotBoxRefused.class)
                .expectExceptionMessage("Ballot box refuses: " + reason)
                .expectNoEvents();
    }
}
