package se.lyhord.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lyhord.faults.load.Answer;
import se.lyhord.faults.load.Ballot;
import se.lyhord.faults.load.PlannedVoter;
import se.lyhord.faults.load.Voter;

class CountingTest {

    private static final String ONE = "11111111111111111111111111111111";
    private static final String TWO = "22222222222222222222222222222222";

    @Test
    void nothingIsWrongWithWhatTheVotersKnow() {
        Voter done = PlannedVoter.whoWasTold(ONE, Answer.DONE);
        Voter unknown = PlannedVoter.whoWasTold(TWO, Answer.UNKNOWN);
        assertThat(kinds(List.of(ONE, TWO), done, unknown)).isEmpty();
        assertThat(kinds(List.of(ONE), done, unknown)).isEmpty();
    }

    @Test
    void anAcknowledgedVoteThatIsNotThereIsLost() {
        assertThat(kinds(List.of(), PlannedVoter.whoWasTold(ONE, Answer.DONE)))
                .containsExactly(Finding.Kind.LOST);
    }

    @Test
    void aWithdrawnVoteThatIsThereIsALostWithdrawal() {
        assertThat(kinds(List.of(ONE), PlannedVoter.whoWithdrew(ONE)))
                .containsExactly(Finding.Kind.LOST);
    }

    @Test
    void twoVotesOfOnePersonAreDoubled() {
        Voter greedy = PlannedVoter.whoWasTold(ONE, Answer.DONE);
        Ballot second = PlannedVoter.another(greedy, TWO, Answer.UNKNOWN);
        assertThat(second.standing()).isEqualTo(Ballot.Standing.EITHER);
        assertThat(kinds(List.of(ONE, TWO), greedy)).containsExactly(Finding.Kind.DOUBLED);
    }

    @Test
    void aTrackerTwiceOrOfNobodyIsDoubled() {
        Voter voter = PlannedVoter.whoWasTold(ONE, Answer.DONE);
        assertThat(kinds(List.of(ONE, ONE), voter)).containsExactly(Finding.Kind.DOUBLED);
        assertThat(kinds(List.of(ONE, TWO), voter)).containsExactly(Finding.Kind.DOUBLED);
    }

    private static List<Finding.Kind> kinds(List<String> list, Voter... voters) {
        return Counting.compare(UUID.randomUUID(), List.of(voters), list).stream()
                .map(Finding::kind)
                .toList();
    }
}
