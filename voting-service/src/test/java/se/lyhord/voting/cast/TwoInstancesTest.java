package se.lyhord.voting.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.lyhord.voting.TestVoter;
import se.lyhord.voting.VotingServiceTest;
import se.lyhord.voting.ballot.ChangedBoxes;
import se.lyhord.voting.ballot.Tracker;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.ballot.VoteCommand;
import se.lyhord.voting.ballot.VoteRefusal;
import se.lyhord.voting.ballot.VoterHash;
import se.lyhord.voting.config.VotingProperties;

/** Two instances' queues over one database. */
class TwoInstancesTest extends VotingServiceTest {

    private static final Logger LOG = LoggerFactory.getLogger(TwoInstancesTest.class);

    @Autowired private DataSource database;

    private final ExecutorService voters = Executors.newVirtualThreadPerTaskExecutor();
    private CastQueue one;
    private CastQueue two;

    @BeforeEach
    void start() {
        one = queue(2000);
        two = queue(2000);
    }

    private CastQueue queue(int length) {
        var limits = new VotingProperties.Cast(300, length, 250, 2, Duration.ofSeconds(10));
        var queue = new CastQueue(new GroupTransaction(database, new ChangedBoxes()), limits);
        queue.open();
        return queue;
    }

    @AfterEach
    void stop() {
        one.close();
        two.close();
        voters.close();
    }

    @Test
    void everyVoterHasOneVoteWhicheverInstanceIsAsked() {
        List<UUID> petitions =
                IntStream.range(0, 3).mapToObj(number -> opened(Duration.ofHours(1))).toList();
        List<VoterHash> people = people(150);
        var answers = new ArrayList<Future<VoteAnswer>>();
        for (UUID petition : petitions) {
            for (VoterHash person : people) {
                for (CastQueue queue : List.of(one, two, one, two)) {
                    answers.add(cast(queue, petition, person, TestVoter.tracker()));
                }
            }
        }
        assertThat(answers.stream().map(TwoInstancesTest::get).filter(this::isDone).count())
                .isEqualTo(3 * 150);
        assertThat(answers.stream().map(TwoInstancesTest::get))
                .doesNotContain(new VoteAnswer.Unavailable());
        for (UUID petition : petitions) {
            assertThat(rows(petition)).isEqualTo(150);
        }
    }

    @Test
    void oneTrackerIsOneVotersAlone() {
        UUID petition = opened(Duration.ofHours(1));
        List<String> trackers =
                IntStream.range(0, 40).mapToObj(number -> TestVoter.tracker()).toList();
        var answers = new ArrayList<Future<VoteAnswer>>();
        for (String tracker : trackers) {
            for (VoterHash person : people(5)) {
                answers.add(cast(one, petition, person, tracker));
            }
            for (VoterHash person : people(5)) {
                answers.add(cast(two, petition, person, tracker));
            }
        }
        var given = answers.stream().map(TwoInstancesTest::get).toList();
        assertThat(given.stream().filter(this::isDone).count()).isEqualTo(40);
        assertThat(given.stream().filter(answer -> !isDone(answer)))
                .allSatisfy(
                        answer ->
                                assertThat(((VoteAnswer.Refused) answer).refusal())
                                        .isEqualTo(VoteRefusal.TRACKER_TAKEN));
    }

    @Test
    void commandsOfOneVoterInOneGroupAreDecidedInOrder() throws Exception {
        UUID petition = opened(Duration.ofHours(1));
        VoterHash person = people(1).getFirst();
        var first = Tracker.parse(TestVoter.tracker());
        var second = Tracker.parse(TestVoter.tracker());
        var commands =
                List.of(
                        new VoteCommand.CastVote(first),
                        new VoteCommand.CastVote(second),
                        new VoteCommand.WithdrawVote(first),
                        new VoteCommand.CastVote(second),
                        new VoteCommand.WithdrawVote(first));
        var group =
                commands.stream()
                        .map(
                                command ->
                                        new Waiting(
                                                petition,
                                                person,
                                                command,
                                                System.nanoTime() + 1_000_000_000L,
                                                new java.util.concurrent.CompletableFuture<>()))
                        .toList();
        var outcome = new GroupTransaction(database, new ChangedBoxes()).run(group);
        assertThat(group.stream().map(outcome.answers()::get).map(this::isDone))
                .containsExactly(true, false, true, true, true);
        assertThat(rows(petition)).isEqualTo(3);
    }

    @Test
    void aGroupWaitsForAFenceAndIsThenRefused() throws Exception {
        UUID petition = opened(Duration.ofHours(1));
        UUID other = opened(Duration.ofHours(1));
        Future<VoteAnswer> held;
        try (var fence = database.getConnection()) {
            fence.setAutoCommit(false);
            try (var lock = fence.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
                lock.setLong(1, se.lyhord.voting.config.BoxLock.key(petition));
                lock.execute();
            }
            held = cast(one, petition, people(1).getFirst(), TestVoter.tracker());
            assertThat(get(cast(one, other, people(1).getFirst(), TestVoter.tracker())))
                    .isEqualTo(new VoteAnswer.Done());
            assertThat(held.isDone()).isFalse();
            try (var update =
                    fence.prepareStatement(
                            "UPDATE ballot_box SET state = 'FENCING' WHERE petition = ?")) {
                update.setObject(1, petition);
                update.executeUpdate();
            }
            fence.commit();
        }
        assertThat(((VoteAnswer.Refused) get(held)).refusal()).isEqualTo(VoteRefusal.CLOSED);
        assertThat(rows(petition)).isZero();
        // Its state was changed behind the aggregate's back: nothing for the sweeps.
        jdbc.sql("UPDATE ballot_box SET state = 'PURGED' WHERE petition = ?")
                .param(petition)
                .update();
    }

    @Test
    void closingCommitsAndAnswersWhatWaitsAndTakesNoMore() throws Exception {
        UUID petition = opened(Duration.ofHours(1));
        List<Future<VoteAnswer>> waiting;
        Future<?> closing;
        try (var fence = database.getConnection()) {
            fence.setAutoCommit(false);
            try (var lock = fence.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
                lock.setLong(1, se.lyhord.voting.config.BoxLock.key(petition));
                lock.execute();
            }
            waiting =
                    people(50).stream()
                            .map(person -> cast(one, petition, person, TestVoter.tracker()))
                            .toList();
            Thread.sleep(500);
            closing = voters.submit(one::close);
            Thread.sleep(300);
            assertThat(get(cast(one, petition, people(1).getFirst(), TestVoter.tracker())))
                    .isEqualTo(new VoteAnswer.Unavailable());
            fence.rollback();
        }
        assertThat(waiting.stream().map(TwoInstancesTest::get)).allMatch(this::isDone);
        closing.get();
        assertThat(rows(petition)).isEqualTo(50);
    }

    /** The commit reached the server, its answer did not reach us; and the other way round. */
    @Test
    void aLostCommitIsReadBack() {
        UUID petition = opened(Duration.ofHours(1));
        for (boolean reached : List.of(true, false)) {
            var unlucky = new LosingCommits(database, reached);
            var limits = new VotingProperties.Cast(300, 10, 10, 1, Duration.ofSeconds(10));
            var person = people(1).getFirst();
            String tracker = TestVoter.tracker();
            try (var queue =
                    new CastQueue(
                            new GroupTransaction(unlucky.dataSource(), new ChangedBoxes()),
                            limits)) {
                queue.open();
                assertThat(get(cast(queue, petition, person, tracker)))
                        .isEqualTo(new VoteAnswer.Done());
                assertThat(unlucky.lost()).isEqualTo(1);
                var second = get(cast(queue, petition, person, TestVoter.tracker()));
                assertThat(((VoteAnswer.Refused) second).refusal())
                        .isEqualTo(VoteRefusal.ALREADY_COUNTED);
            }
        }
        assertThat(rows(petition)).isEqualTo(2);
    }

    @Test
    void aFullQueueTurnsAwayAndLosesNothing() {
        UUID petition = opened(Duration.ofHours(1));
        try (var small = queue(5)) {
            var answers =
                    people(400).stream()
                            .map(person -> cast(small, petition, person, TestVoter.tracker()))
                            .toList()
                            .stream()
                            .map(TwoInstancesTest::get)
                            .toList();
            assertThat(answers).contains(new VoteAnswer.Unavailable());
            assertThat(rows(petition)).isEqualTo(answers.stream().filter(this::isDone).count());
        }
    }

    @Test
    void howFastItIs() {
        UUID petition = opened(Duration.ofHours(1));
        List<VoterHash> people = people(3500);
        long from = System.nanoTime();
        var answers =
                IntStream.range(0, people.size())
                        .mapToObj(
                                number ->
                                        cast(
                                                number % 2 == 0 ? one : two,
                                                petition,
                                                people.get(number),
                                                TestVoter.tracker()))
                        .toList();
        long done = answers.stream().map(TwoInstancesTest::get).filter(this::isDone).count();
        double seconds = (System.nanoTime() - from) / 1e9;
        LOG.info(
                "{} of {} votes in {} s: {} a second",
                done,
                people.size(),
                seconds,
                done / seconds);
        assertThat(rows(petition)).isEqualTo(done);
    }

    private Future<VoteAnswer> cast(
            CastQueue queue, UUID petition, VoterHash person, String tracker) {
        var command = new VoteCommand.CastVote(Tracker.parse(tracker));
        return voters.submit(() -> queue.hand(petition, person, command));
    }

    private static List<VoterHash> people(int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> new VoterHash(TestVoter.somebody().pseudonym()))
                .toList();
    }

    private boolean isDone(VoteAnswer answer) {
        return answer instanceof VoteAnswer.Done;
    }

    private long rows(UUID petition) {
        return jdbc.sql(
                        "SELECT count(*) FROM ballots.votes_"
                                + petition.toString().replace("-", ""))
                .query(Long.class)
                .single();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
