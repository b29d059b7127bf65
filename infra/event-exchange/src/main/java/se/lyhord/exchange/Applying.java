package se.lyhord.exchange;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Applies what is next for one petition until nothing is, each event in a transaction of its own.
 *
 * <p>What is away for now (see {@link Trouble}) goes up to the listener container, which delivers
 * the record again, for ever and ever more slowly. Any other failure parks the event at the third
 * try.
 */
final class Applying {

    private static final Logger LOG = LoggerFactory.getLogger(Applying.class);
    private static final int TRIES = 3;
    private static final long PAUSE_MILLIS = 100;

    private final InboxStore store;
    private final String topic;
    private final String petition;
    private final Order order;
    private final Consumer<KeptEvent> handler;

    Applying(
            InboxStore store,
            String topic,
            String petition,
            Order order,
            Consumer<KeptEvent> handler) {
        this.store = store;
        this.topic = topic;
        this.petition = petition;
        this.order = order;
        this.handler = handler;
    }

    void run() {
        int failures = 0;
        boolean more = true;
        while (more) {
            try {
                more = store.inLane(topic, petition, this::applyNext);
                failures = 0;
            } catch (UnreadableEvent unreadable) {
                park("UNREADABLE: " + unreadable.getMessage());
            } catch (RuntimeException failure) {
                if (Trouble.passes(failure)) {
                    throw failure;
                }
                failures++;
                if (failures == TRIES) {
                    failures = 0;
                    park("FAILED: " + failure.getClass().getSimpleName());
                } else {
                    pause(failures);
                }
            }
        }
    }

    private boolean applyNext(InboxStore.Lane lane) {
        KeptEvent next = order.next(lane.position(), lane.kept());
        if (next == null) {
            return false;
        }
        handler.accept(next);
        lane.moveTo(next.number());
        lane.kept().stream()
                .filter(event -> event.number() <= next.number())
                .forEach(event -> lane.drop(event.number()));
        return true;
    }

    private void park(String problem) {
        store.inLane(
                topic,
                petition,
                lane -> {
                    @Nullable KeptEvent next = order.next(lane.position(), lane.kept());
                    if (next != null) {
                        lane.keep(next.withProblem(problem));
                        LOG.warn(
                                "Parked event {} of petition {} in topic {}: {}",
                                next.number(),
                                petition,
                                topic,
                                problem);
                    }
                    return true;
                });
    }

    private static void pause(int failures) {
        try {
            Thread.sleep(PAUSE_MILLIS * failures);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while applying an event", stopping);
        }
    }
}
