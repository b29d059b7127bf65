package se.lyhord.faults.load;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Many voters, some at a time, on whatever petitions are open. */
public final class Crowd implements AutoCloseable {

    private static final int AT_A_TIME = 12;
    private static final int PAUSE_MILLIS = 100;
    private static final int LATE_PERCENT = 1;
    private static final long STOP_SECONDS = 60;

    private final VotingClient client;
    private final Petitions petitions;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Thread> voters = new ArrayList<>();
    private volatile boolean stopping;

    /**
     * @param client how they vote
     * @param petitions what they vote on
     */
    public Crowd(VotingClient client, Petitions petitions) {
        this.client = client;
        this.petitions = petitions;
    }

    /**
     * Begins to vote.
     *
     * @param seed makes the same people do the same things, as far as time lets them
     */
    public void start(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < AT_A_TIME; i++) {
            SplittableRandom own = random.split();
            voters.add(Thread.ofVirtual().start(() -> vote(own)));
        }
    }

    private void vote(RandomGenerator random) {
        try {
            while (!stopping) {
                Ledger ledger = petitions.any(random, random.nextInt(100) < LATE_PERCENT);
                if (ledger != null) {
                    try (var visit = ledger.visit()) {
                        new Visit(client, threads, random, ledger).make();
                    }
                }
                Thread.sleep(random.nextInt(PAUSE_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets everybody come to an end. */
    @Override
    public void close() {
        stopping = true;
        try {
            for (Thread voter : voters) {
                voter.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.close();
    }
}
