package se.lyhord.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.lyhord.faults.load.Ballot.Standing;

class BallotTest {

    private final Ballot ballot = new Ballot("00");

    @Test
    void anAcknowledgedVoteIsIn() {
        cast(Answer.DONE);
        assertThat(ballot.standing()).isEqualTo(Standing.IN);
    }

    @Test
    void aVoteOnItsWayOrWithoutAnAnswerMayBeEither() {
        ballot.casting();
        assertThat(ballot.standing()).isEqualTo(Standing.EITHER);
        ballot.cast(Answer.UNKNOWN);
        assertThat(ballot.standing()).isEqualTo(Standing.EITHER);
        cast(Answer.REFUSED);
        assertThat(ballot.standing()).isEqualTo(Standing.EITHER);
    }

    @Test
    void aRetryThatIsAcknowledgedSettlesTheVote() {
        cast(Answer.UNKNOWN);
        cast(Answer.DONE);
        assertThat(ballot.standing()).isEqualTo(Standing.IN);
    }

    @Test
    void whatWasRefusedOrClosedEveryTimeIsOut() {
        cast(Answer.REFUSED);
        cast(Answer.CLOSED);
        assertThat(ballot.standing()).isEqualTo(Standing.OUT);
    }

    @Test
    void anAcknowledgedWithdrawalIsOutAlsoIfTheVoteArrivesAgain() {
        cast(Answer.UNKNOWN);
        cast(Answer.DONE);
        withdraw(Answer.UNKNOWN);
        assertThat(ballot.standing()).isEqualTo(Standing.EITHER);
        withdraw(Answer.DONE);
        assertThat(ballot.standing()).isEqualTo(Standing.OUT);
    }

    @Test
    void aRefusedWithdrawalLeavesTheVoteIn() {
        cast(Answer.DONE);
        withdraw(Answer.CLOSED);
        assertThat(ballot.standing()).isEqualTo(Standing.IN);
    }

    private void cast(Answer answer) {
        ballot.casting();
        ballot.cast(answer);
    }

    private void withdraw(Answer answer) {
        ballot.withdrawing();
        ballot.withdrawn(answer);
    }
}
