package se.lyhord.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import se.lyhord.testkit.Platform;
import se.lyhord.voting.ballot.BoxState;

class OutageTest extends VotingServiceTest {

    @Test
    void votesGoOnWithoutKafkaAndEventsFollow() {
        UUID petition = opened(Duration.ofSeconds(12));
        closed(petition, 2);
        await().until(() -> boxes.find(petition).orElseThrow().closeRevision() != null);
        Platform.stopKafka();
        try {
            for (int number = 0; number < 4; number++) {
                assertThat(vote(petition, TestVoter.somebody(), TestVoter.tracker()).statusCode())
                        .isEqualTo(201);
            }
            assertThat(manage("health/vote").statusCode()).isEqualTo(200);
            assertThat(manage("health/readiness").statusCode()).isEqualTo(200);
            awaitState(petition, BoxState.FENCED);
        } finally {
            Platform.startKafka();
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(TestEvents.heard("voting", petition))
                                        .extracting(TestEvents.Heard::type)
                                        .containsExactly(
                                                "se.lyhord.voting.BallotBoxOpened.v1",
                                                "se.lyhord.voting.BallotBoxFenced.v1"));
    }

    @Test
    void saysComeAgainWithoutPostgresAndRecoversByItself() {
        UUID petition = opened(Duration.ofHours(1));
        var voter = TestVoter.somebody();
        String tracker = TestVoter.tracker();
        assertThat(vote(petition, voter, tracker).statusCode()).isEqualTo(201);
        Platform.stopPostgres();
        try {
            var answer = vote(petition, TestVoter.somebody(), TestVoter.tracker());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(answer.body()).contains("urn:lyhord:problem:unavailable");
            assertThat(ownVote(petition, voter).statusCode()).isEqualTo(503);
            assertThat(manage("health/vote").statusCode()).isEqualTo(503);
        } finally {
            Platform.startPostgres();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(vote(petition, voter, tracker).statusCode())
                                        .isEqualTo(201));
        assertThat(ownVote(petition, voter).body()).contains(tracker);
        assertThat(manage("health/vote").statusCode()).isEqualTo(200);
    }
}
