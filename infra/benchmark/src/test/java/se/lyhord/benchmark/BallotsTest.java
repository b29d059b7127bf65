package se.lyhord.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.lyhord.benchmark.Ballots.Said;

class BallotsTest {

    private final UUID petition = UUID.randomUUID();
    private final Ballots ballots = new Ballots(List.of(petition), 1_000, 1);

    BallotsTest() {
        ballots.newRun();
    }

    @Test
    void whoeverIsToldToComeAgainComesWithTheSameBallot() {
        ballots.comeAgainAfter(Duration.ZERO);
        Ballots.Ballot first = ballots.draw();
        ballots.note(first, Said.BUSY, 1);
        assertThat(ballots.anyComingAgain()).isTrue();
        assertThat(ballots.toldToComeAgain()).isEqualTo(Map.of(petition, 1L));

        assertThat(ballots.draw()).isEqualTo(first);
        ballots.note(first, Said.BUSY, 1);
        assertThat(ballots.draw()).isEqualTo(first);
        ballots.note(first, Said.COUNTED, 1);
        assertThat(ballots.anyComingAgain()).isFalse();
        assertThat(ballots.toldToComeAgain()).isEqualTo(Map.of(petition, 0L));
        assertThat(ballots.acknowledged()).isEqualTo(Map.of(petition, 1L));
        assertThat(ballots.busy()).isEqualTo(2);
        assertThat(ballots.draw()).isNotEqualTo(first);
    }

    @Test
    void nobodyComesAgainUnlessThatIsWanted() {
        Ballots.Ballot first = ballots.draw();
        ballots.note(first, Said.BUSY, 1);
        assertThat(ballots.anyComingAgain()).isFalse();
        assertThat(ballots.draw()).isNotEqualTo(first);
    }

    @Test
    void aSecondVoteOfSomebodyNewIsUnexpected() {
        ballots.note(ballots.draw(), Said.COUNTED_BEFORE, 1);
        assertThat(ballots.unexpected()).isEqualTo(1);
    }

    @Test
    void nobodyIsMadeUpWhenEverybodyHasVoted() {
        var few = new Ballots(List.of(petition, UUID.randomUUID(), UUID.randomUUID()), 10, 1);
        few.newRun();
        var drawn = Stream.generate(few::draw).limit(30).toList();
        assertThat(drawn).extracting(Ballots.Ballot::person).allMatch(person -> person < 10);
        assertThat(drawn)
                .extracting(it -> it.petition() + " " + it.person())
                .doesNotHaveDuplicates();
        assertThatThrownBy(few::draw).hasMessageContaining("Everybody has voted");
    }
}
