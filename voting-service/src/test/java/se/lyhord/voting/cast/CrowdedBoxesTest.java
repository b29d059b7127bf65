package se.lyhord.voting.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.lyhord.keyvault.ShredOrder;
import se.lyhord.voting.TestEvents;
import se.lyhord.voting.TestKeys;
import se.lyhord.voting.TestVoter;
import se.lyhord.voting.VotingServiceTest;
import se.lyhord.voting.ballot.BoxState;
import se.lyhord.voting.ballot.ChangedBoxes;
import se.lyhord.voting.ballot.Tracker;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.ballot.VoteCommand;
import se.lyhord.voting.ballot.VoterHash;
import se.lyhord.voting.config.BoxRow;
import se.lyhord.voting.config.VotingProperties;

/** Two instances' queues while people, boxes, fences and drops get in each other's way. */
class CrowdedBoxesTest extends VotingServiceTest {

    private static final Logger LOG = LoggerFactory.getLogger(CrowdedBoxesTest.class);
    private static final long MOST_PAUSE_MILLIS = 100;

    @Autowired private DataSource database;

    private final ExecutorService voters = Executors.newVirtualThreadPerTaskExecutor();
    private List<CastQueue> queues = List.of();

    @BeforeEach
    void start() {
        queues = List.of(queue(), queue());
    }

    private CastQueue queue() {
        var limits = new VotingProperties.Cast(300, 2000, 250, 2, Duration.ofSeconds(10));
        var queue = new CastQueue(new GroupTransaction(database, new ChangedBoxes()), limits);
        queue.open();
        return queue;
    }

    @AfterEach
    void stop() {
        queues.forEach(CastQueue::close);
        voters.close();
    }

    @Test
    void aThousandVotesOfOnePersonOnTwoInstancesAreOne() {
        UUID petition = opened(Duration.ofHours(1));
        VoterHash person = somebody();
        var answers = new ArrayList<Future<VoteAnswer>>();
        for (int i = 0; i < 1000; i++) {
            CastQueue queue = queues.get(i % 2);
            answers.add(voters.submit(() -> queue.hand(petition, person, cast())));
        }
        assertThat(answers.stream().map(CrowdedBoxesTest::get).filter(this::isDone)).hasSize(1);
        assertThat(rows(petition)).isEqualTo(1);
    }

    @Test
    void oneVoterMayCastAndWithdrawOnEitherInstance() {
        UUID petition = opened(Duration.ofHours(1));
        VoterHash person = somebody();
        var noise = pour(List.of(petition), new AtomicBoolean(true));
        for (int i = 0; i < 50; i++) {
            var vote = cast();
            var withdrawal = new VoteCommand.WithdrawVote(vote.tracker());
            assertThat(queues.get(i % 2).hand(petition, person, vote)).matches(this::isDone);
            assertThat(queues.get((i + 1) % 2).hand(petition, person, withdrawal))
                    .matches(this::isDone);
            // Late, and on the other instance: it brings nothing back and takes nothing out.
            assertThat(queues.get(i % 2).hand(petition, person, vote)).matches(a -> !isDone(a));
            assertThat(queues.get(i % 2).hand(petition, person, withdrawal)).matches(this::isDone);
        }
        noise.end();
        assertThat(queues.getFirst().hand(petition, person, cast())).matches(this::isDone);
    }

    /** A machine that stutters is given three tries; what blocks by design blocks in each. */
    @Test
    void fencesAndDropsHoldUpNobodyElse() throws Exception {
        long deadlocks = deadlocks();
        boolean undisturbed = false;
        for (int attempt = 1; attempt <= 3 && !undisturbed; attempt++) {
            undisturbed = isUndisturbedWhileOthersClose();
        }
        assertThat(undisturbed).isTrue();
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    /** Whether the slowest vote takes little longer than in calm, on this machine as it is now. */
    private boolean isUndisturbedWhileOthersClose() throws Exception {
        List<UUID> staying =
                IntStream.range(0, 4).mapToObj(number -> opened(Duration.ofHours(1))).toList();
        List<UUID> closing =
                IntStream.range(0, 12).mapToObj(number -> opened(Duration.ofSeconds(15))).toList();
        var calm = pour(staying, new AtomicBoolean(true));
        Thread.sleep(4000);
        calm.end();

        var before = pour(closing, new AtomicBoolean(true));
        closing.forEach(petition -> closed(petition, 2));
        Thread.sleep(3000);
        var crowded = pour(staying, new AtomicBoolean(true));
        closing.forEach(petition -> awaitState(petition, BoxState.FENCED));
        before.end();
        closing.forEach(this::finalised);
        closing.forEach(petition -> awaitState(petition, BoxState.PURGED));
        crowded.end();

        LOG.info(
                "{} votes, slowest after {} ms; while 12 boxes were fenced and dropped: {} votes,"
                        + " slowest after {} ms",
                calm.votes.sum(),
                calm.slowestMillis.get(),
                crowded.votes.sum(),
                crowded.slowestMillis.get());
        assertThat(calm.failures.sum() + crowded.failures.sum()).isZero();
        long inCalm = calm.slowestMillis.get();
        return crowded.slowestMillis.get() - inCalm <= Math.max(MOST_PAUSE_MILLIS, inCalm);
    }

    /** Eight voters at a time, each on all petitions in turn, by either instance. */
    private Pouring pour(List<UUID> petitions, AtomicBoolean going) {
        var pouring = new Pouring(going, new ArrayList<>());
        for (int i = 0; i < 8; i++) {
            CastQueue queue = queues.get(i % 2);
            pouring.threads.add(
                    voters.submit(
                            () -> {
                                while (going.get()) {
                                    petitions.forEach(petition -> vote(queue, petition, pouring));
                                }
                            }));
        }
        return pouring;
    }

    private void vote(CastQueue queue, UUID petition, Pouring pouring) {
        long from = System.nanoTime();
        VoteAnswer answer = queue.hand(petition, somebody(), cast());
        long millis = (System.nanoTime() - from) / 1_000_000;
        pouring.slowestMillis.accumulateAndGet(millis, Math::max);
        if (isDone(answer)) {
            pouring.votes.increment();
        } else {
            pouring.failures.increment();
        }
    }

    private record Pouring(
            AtomicBoolean going,
            List<Future<?>> threads,
            AtomicLong slowestMillis,
            LongAdder votes,
            LongAdder failures) {

        Pouring(AtomicBoolean going, List<Future<?>> threads) {
            this(going, threads, new AtomicLong(), new LongAdder(), new LongAdder());
        }

        void end() {
            going.set(false);
            threads.forEach(CrowdedBoxesTest::get);
        }
    }

    private void finalised(UUID petition) {
        BoxRow box = boxes.find(petition).orElseThrow();
        byte[] signature =
                TestKeys.SHRED_ORDERS.sign(
                        ShredOrder.bytesToSign(petition, box.cut(), box.digest()));
        TestEvents.say(
                "tally",
                petition,
                1,
                "TallyFinalized",
                """
                {"petitionId":"%s","count":%d,"digest":"%s","kid":"%s","signature":"%s"}
                """
                        .formatted(
                                petition,
                                box.cut(),
                                box.digest(),
                                TestKeys.SHRED_ORDERS.kid(),
                                TestVoter.base64(signature)));
    }

    private long deadlocks() {
        return jdbc.sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
    }

    private static VoteCommand.CastVote cast() {
        return new VoteCommand.CastVote(Tracker.parse(TestVoter.tracker()));
    }

    private static VoterHash somebody() {
        return new VoterHash(TestVoter.somebody().pseudonym());
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
