package se.lyhord.voting.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
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

/** Groups of many petitions through two instances, while the boxes of some are fenced and drop. */
class ManyBoxesTest extends VotingServiceTest {

    private static final Logger LOG = LoggerFactory.getLogger(ManyBoxesTest.class);
    private static final int ENDING = 6;
    private static final int VOTES_EACH = 2000;

    @Autowired private DataSource database;

    private final ExecutorService voters = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Long> waits = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<VoteAnswer> answers = new ConcurrentLinkedQueue<>();
    private CastQueue one;
    private CastQueue two;

    @BeforeEach
    void start() {
        one = queue();
        two = queue();
    }

    private CastQueue queue() {
        var limits = new VotingProperties.Cast(2000, 250, 2, Duration.ofSeconds(10));
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

    /** A machine that stutters is given three tries; what blocks by design blocks in each. */
    @Test
    void votesOnOthersGoOnWhileBoxesAreFencedAndDropped() throws Exception {
        List<UUID> staying = open(4, Duration.ofHours(1));
        boolean undisturbed = false;
        for (int attempt = 1; attempt <= 3 && !undisturbed; attempt++) {
            undisturbed = closesWithoutDisturbing(staying);
        }
        assertThat(answers).containsOnly(new VoteAnswer.Done());
        assertThat(undisturbed).isTrue();
    }

    private boolean closesWithoutDisturbing(List<UUID> staying) throws Exception {
        List<UUID> ending = open(ENDING, Duration.ofSeconds(12));
        fill(ending);
        long calm = longestWait(staying, () -> pause(Duration.ofSeconds(3)));
        for (UUID petition : ending) {
            closed(petition, 2);
        }
        long fencing = longestWait(staying, () -> await(ending, BoxState.FENCED));
        ending.forEach(this::finalised);
        long dropping = longestWait(staying, () -> await(ending, BoxState.PURGED));
        LOG.info(
                "Longest wait of a vote: {} ms, {} ms while others are fenced, {} ms while dropped",
                calm,
                fencing,
                dropping);
        return Math.max(fencing, dropping) < calm + 100;
    }

    private void await(List<UUID> petitions, BoxState state) {
        petitions.forEach(petition -> awaitState(petition, state));
    }

    private List<UUID> open(int many, Duration period) {
        return IntStream.range(0, many).mapToObj(number -> opened(period)).toList();
    }

    private void fill(List<UUID> petitions) throws Exception {
        var filled = new ArrayList<java.util.concurrent.Future<VoteAnswer>>();
        for (int vote = 0; vote < VOTES_EACH; vote += 250) {
            for (UUID petition : petitions) {
                for (int number = 0; number < 250; number++) {
                    CastQueue queue = number % 2 == 0 ? one : two;
                    filled.add(voters.submit(() -> cast(queue, petition)));
                }
            }
            for (var answer : filled) {
                assertThat(answer.get()).isEqualTo(new VoteAnswer.Done());
            }
            filled.clear();
        }
    }

    /** Votes all the time, by eight voters at each instance, until all is done. */
    private long longestWait(List<UUID> petitions, Runnable meanwhile) throws Exception {
        waits.clear();
        var going = new AtomicBoolean(true);
        var running =
                IntStream.range(0, 16)
                        .mapToObj(voter -> voters.submit(() -> voteWhile(going, voter, petitions)))
                        .toList();
        meanwhile.run();
        going.set(false);
        for (var voter : running) {
            voter.get();
        }
        return waits.stream().mapToLong(Long::longValue).max().orElseThrow() / 1_000_000;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void voteWhile(AtomicBoolean going, int voter, List<UUID> petitions) {
        for (int number = voter; going.get(); number++) {
            long from = System.nanoTime();
            answers.add(cast(voter % 2 == 0 ? one : two, petitions.get(number % petitions.size())));
            waits.add(System.nanoTime() - from);
        }
    }

    private static VoteAnswer cast(CastQueue queue, UUID petition) {
        var tracker = Tracker.parse(TestVoter.tracker());
        var person = new VoterHash(TestVoter.somebody().pseudonym());
        return queue.hand(petition, person, new VoteCommand.CastVote(tracker));
    }

    private void finalised(UUID petition) {
        BoxRow box = boxes.find(petition).orElseThrow();
        long count = VOTES_EACH;
        assertThat(box.cut()).isEqualTo(count);
        byte[] signature =
                TestKeys.SHRED_ORDERS.sign(
                        ShredOrder.bytesToSign(petition, count, String.valueOf(box.digest())));
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
                                count,
                                box.digest(),
                                TestKeys.SHRED_ORDERS.kid(),
                                TestVoter.base64(signature)));
    }
}
