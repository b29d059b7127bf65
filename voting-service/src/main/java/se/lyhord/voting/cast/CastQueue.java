package se.lyhord.voting.cast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import se.lyhord.voting.ballot.VoteAnswer;
import se.lyhord.voting.ballot.VoteCommand;
import se.lyhord.voting.ballot.VoteDesk;
import se.lyhord.voting.ballot.VoterHash;
import se.lyhord.voting.config.VotingProperties;

/**
 * The queue before the group commit. A writer takes whatever waits, commits it as one group and
 * then answers: under load groups grow by themselves, without load a vote waits for nobody. What
 * does not fit into the queue is turned away; nothing is taken that might be lost.
 */
final class CastQueue implements VoteDesk, AutoCloseable {

    private static final VoteAnswer COME_AGAIN = new VoteAnswer.Unavailable();
    private static final long PUT_OFF_MILLIS = 20;
    private static final long IDLE_MILLIS = 200;

    private final GroupSettling settling;
    private final VotingProperties.Cast limits;
    private final Semaphore places;
    private final BlockingQueue<List<Waiting>> queue = new LinkedBlockingQueue<>();
    private final List<Thread> writers = new ArrayList<>();
    private volatile boolean closing;

    CastQueue(GroupTransaction transaction, VotingProperties.Cast limits) {
        this.settling = new GroupSettling(transaction, PUT_OFF_MILLIS);
        this.limits = limits;
        this.places = new Semaphore(limits.queue());
    }

    /** Starts the writers. */
    void open() {
        closing = false;
        for (int number = 1; number <= limits.writers(); number++) {
            writers.add(Thread.ofPlatform().name("cast-" + number).start(this::writeGroups));
        }
    }

    /** A command that has as long as anybody to be taken into a group. */
    Waiting waiting(UUID petition, VoterHash voter, VoteCommand command) {
        return new Waiting(
                petition,
                voter,
                command,
                System.nanoTime() + limits.patience().toNanos(),
                new CompletableFuture<>());
    }

    /** Hands in what came together, to be committed together. */
    void handIn(List<Waiting> together) {
        if (closing || !places.tryAcquire(together.size())) {
            GroupSettling.turnAway(together);
        } else {
            queue.add(together);
        }
    }

    @Override
    public VoteAnswer hand(UUID petition, VoterHash voter, VoteCommand command) {
        Waiting waiting = waiting(petition, voter, command);
        handIn(List.of(waiting));
        try {
            return waiting.answer().get(longestWait().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return COME_AGAIN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return COME_AGAIN;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A group failed", e.getCause());
        }
    }

    /**
     * Twice as long as somebody waits to be taken into a group: one that is being committed is
     * awaited, since its answer is the better one.
     */
    Duration longestWait() {
        return limits.patience().multipliedBy(2);
    }

    /** Takes no more, commits and answers what waits, and ends the writers. */
    @Override
    public void close() {
        closing = true;
        for (Thread writer : writers) {
            try {
                writer.join(2 * limits.patience().toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        writers.clear();
        for (var left = queue.poll(); left != null; left = queue.poll()) {
            places.release(left.size());
            GroupSettling.turnAway(left);
        }
    }

    private void writeGroups() {
        List<Waiting> putOff = new ArrayList<>();
        while (!closing || !queue.isEmpty() || !putOff.isEmpty()) {
            try {
                List<Waiting> group = next(putOff);
                putOff = settling.settle(group);
            } catch (InterruptedException e) {
                GroupSettling.turnAway(putOff);
                return;
            }
        }
    }

    private List<Waiting> next(List<Waiting> putOff) throws InterruptedException {
        var group = new ArrayList<>(putOff);
        long wait = putOff.isEmpty() ? IDLE_MILLIS : PUT_OFF_MILLIS;
        List<Waiting> together = queue.poll(wait, TimeUnit.MILLISECONDS);
        while (together != null) {
            group.addAll(together);
            places.release(together.size());
            together = group.size() < limits.group() ? queue.poll() : null;
        }
        return group;
    }
}
