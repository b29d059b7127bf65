package se.lyhord.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;

/** Looks at counts behind the gateway and through it, to see how old those are that people see. */
final class CountWatch implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final List<UUID> petitions;
    private final ToLongFunction<UUID> published;
    private final ToLongFunction<UUID> seen;
    private final List<Look> looks = new ArrayList<>();
    private final Thread thread;

    private record Look(long nanos, long published, long seen) {}

    /**
     * Starts looking.
     *
     * @param published the count as the tally-projector tells it
     * @param seen the same as the gateway gives it
     */
    CountWatch(List<UUID> petitions, ToLongFunction<UUID> published, ToLongFunction<UUID> seen) {
        this.petitions = petitions;
        this.published = published;
        this.seen = seen;
        this.thread = Thread.ofVirtual().name("counts").start(this::look);
    }

    private void look() {
        UUID petition = petitions.getFirst();
        try {
            while (true) {
                long told = published.applyAsLong(petition);
                long now = System.nanoTime();
                long shown = seen.applyAsLong(petition);
                synchronized (looks) {
                    looks.add(new Look(now, told, shown));
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The oldest count that was seen, by when the tally-projector told a higher one; seconds. */
    double oldestSeconds() {
        synchronized (looks) {
            long oldest = 0;
            for (Look look : looks) {
                for (Look before : looks) {
                    if (before.published() > look.seen()) {
                        oldest = Math.max(oldest, look.nanos() - before.nanos());
                        break;
                    }
                }
            }
            return oldest / 1e9;
        }
    }

    /** How many different counts were seen. */
    long different() {
        synchronized (looks) {
            return looks.stream().mapToLong(Look::seen).distinct().count();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
