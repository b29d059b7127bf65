package se.lyhord.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lyhord.local.ClusterProfile;
import se.lyhord.testkit.WrongClock;
import se.lyhord.voting.ballot.BoxState;

/**
 * Deadlines while clocks are wrong: the vote database's, and so also petition-service's, whose
 * PetitionClosed then comes too early or too late. Every vote acknowledged is counted, none after
 * the fence, and every box is purged in the end.
 */
@Timeout(180)
class ClocksTest extends ServiceTest {

    private static final WrongClock CLOCK = WrongClock.of(ClusterProfile.VOTE);
    private static final Duration OFF = Duration.ofMinutes(10);

    private final Set<String> counted = new ConcurrentSkipListSet<>();
    private final Set<String> unsure = new ConcurrentSkipListSet<>();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        CLOCK.registerDatabase(registry, "voting");
    }

    @AfterEach
    void rightAgain() {
        CLOCK.set(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, -10, 0})
    void theVoteDatabasesOwnClockEndsVoting(long minutesAhead) {
        CLOCK.set(Duration.ofMinutes(minutesAhead));
        Instant deadline = CLOCK.now().plusSeconds(5);
        UUID petition = opened(UUID.randomUUID(), deadline);
        pourUntilRefused(petition);
        assertThat(CLOCK.now()).isBetween(deadline, deadline.plusSeconds(10));
        closed(petition, 2);
        purgedWithEveryVote(petition);
    }

    @Test
    void isNotFencedWhenPetitionServicesClockIsAheadAndToldTooEarly() {
        Instant deadline = CLOCK.now().plus(OFF);
        UUID petition = opened(UUID.randomUUID(), deadline);
        closed(petition, 2);
        awaitTold(petition);
        voted(petition);
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> state(petition) == BoxState.OPEN);
        voted(petition);

        CLOCK.set(deadline);
        awaitState(petition, BoxState.FENCED);
        refused(petition);
        purgedWithEveryVote(petition);
    }

    @Test
    void takesNoVoteWhilePetitionServicesClockIsBehindAndHasNotTold() {
        UUID petition = opened(UUID.randomUUID(), CLOCK.now().plus(OFF));
        voted(petition);
        CLOCK.set(OFF);
        refused(petition);
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> state(petition) == BoxState.OPEN);

        closed(petition, 2);
        purgedWithEveryVote(petition);
    }

    @Test
    void aClockThatStepsBackTakesVotesAgainOnlyUntilTheFence() {
        UUID petition = opened(UUID.randomUUID(), CLOCK.now().plusSeconds(60));
        voted(petition);
        CLOCK.set(OFF);
        refused(petition);
        CLOCK.set(Duration.ZERO);
        voted(petition);

        CLOCK.set(OFF);
        closed(petition, 2);
        awaitState(petition, BoxState.FENCED);
        CLOCK.set(OFF.negated());
        refused(petition);
        purgedWithEveryVote(petition);
    }

    @Test
    void theCutIsWhatWasAcknowledgedWhileTheClockJumps() throws Exception {
        UUID petition = opened(UUID.randomUUID(), CLOCK.now().plusSeconds(300));
        closed(petition, 2);
        awaitTold(petition);
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int stream = 0; stream < 8; stream++) {
                boolean fickle = stream % 4 == 0;
                all.submit(() -> pour(petition, fickle, counted, unsure));
            }
            for (int jump = 0; jump < 5; jump++) {
                awaitMoreVotes();
                CLOCK.set(OFF.negated());
                awaitMoreVotes();
                CLOCK.set(Duration.ofSeconds(30));
            }
            CLOCK.set(OFF);
            awaitState(petition, BoxState.FENCED);
            CLOCK.set(OFF.negated());
        }
        refused(petition);
        assertThat(counted).hasSizeGreaterThan(20);
        purgedWithEveryVote(petition);
    }

    /** The deadline is one instant, whatever Swedish clocks do in that night. */
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "2027-03-28T01:00:00Z, the end of the hour that is left out",
        "2027-03-28T21:59:00Z, 23.59 on the day that has 23 hours",
        "2027-10-31T00:30:00Z, 02.30 the first time",
        "2027-10-31T01:30:00Z, 02.30 the second time",
        "2027-10-31T22:59:00Z, 23.59 on the day that has 25 hours",
    })
    void votingEndsAtItsInstantWhenClocksChange(Instant deadline, String when) {
        CLOCK.set(deadline.minus(Duration.ofMinutes(65)));
        UUID petition = opened(UUID.randomUUID(), deadline);
        assertThat(boxes.find(petition).orElseThrow().closesAt()).isEqualTo(deadline);
        voted(petition);
        CLOCK.set(deadline.minusSeconds(5));
        voted(petition);
        CLOCK.set(deadline);
        refused(petition);
        CLOCK.set(deadline.plus(Duration.ofMinutes(65)));
        refused(petition);
        closed(petition, 2);
        purgedWithEveryVote(petition);
    }

    private void awaitMoreVotes() {
        int before = counted.size();
        await().until(() -> counted.size() > before + 3);
    }

    private void pourUntilRefused(UUID petition) {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int stream = 0; stream < 4; stream++) {
                all.submit(() -> pour(petition, false, counted, unsure));
            }
        }
        assertThat(counted).hasSizeGreaterThan(4);
    }

    private void voted(UUID petition) {
        String tracker = TestVoter.tracker();
        assertThat(vote(petition, TestVoter.somebody(), tracker).statusCode()).isEqualTo(201);
        counted.add(tracker);
    }

    private void refused(UUID petition) {
        assertThat(vote(petition, TestVoter.somebody(), TestVoter.tracker()).statusCode())
                .isEqualTo(410);
    }

    private void purgedWithEveryVote(UUID petition) {
        awaitState(petition, BoxState.FENCED);
        assertThat(unsure).isEmpty();
        assertThat(list(petition, listReader()).body()).isEqualTo(lines(counted));
        finalised(petition, counted.size(), sha256(lines(counted)));
        awaitState(petition, BoxState.PURGED);
    }

    private void awaitTold(UUID petition) {
        await().until(() -> boxes.find(petition).orElseThrow().closeRevision() != null);
    }

    private BoxState state(UUID petition) {
        return boxes.find(petition).orElseThrow().state();
    }
}
