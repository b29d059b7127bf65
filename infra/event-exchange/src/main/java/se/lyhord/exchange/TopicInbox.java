package se.lyhord.exchange;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * A service's subscriptions to the events of one topic.
 *
 * <p>Each record is first kept, then whatever is next for its petition is applied: handler,
 * position and removal in one transaction. So an event that comes too early simply stays, and one
 * that is parked holds up what is behind it.
 */
public final class TopicInbox {

    private static final Logger LOG = LoggerFactory.getLogger(TopicInbox.class);

    private final String topic;
    private final InboxStore store;
    private final EventJson json;
    private final Clock clock;
    private final Map<String, Subscription<?>> subscriptions = new HashMap<>();
    private Order order = Order.CONTIGUOUS;

    TopicInbox(String topic, InboxStore store, EventJson json, Clock clock) {
        this.topic = topic;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    private record Subscription<T>(Class<T> event, Consumer<? super T> handler) {

        void apply(byte[] body, EventJson json) {
            handler.accept(json.read(body, event));
        }
    }

    /**
     * Subscribes to an event, version 1. Others of the topic are passed over.
     *
     * @param event the service's own record of it: same simple name, components it needs; one that
     *     is not {@code @Nullable} must be there, or the event is unreadable
     * @param handler runs in one transaction with the inbox, and may run again after a failure
     */
    public <T extends Record> TopicInbox on(Class<T> event, Consumer<? super T> handler) {
        String type = EventHeaders.type(topic, event.getSimpleName());
        if (subscriptions.putIfAbsent(type, new Subscription<>(event, handler)) != null) {
            throw new IllegalStateException(type + " is subscribed to already");
        }
        return this;
    }

    /** For a topic whose events each say all: the newest is applied, older and missing ones not. */
    public TopicInbox latestWins() {
        order = Order.LATEST_WINS;
        return this;
    }

    /** What the binding of this topic calls with each record. */
    public Consumer<Message<byte[]>> consumer() {
        return this::receive;
    }

    private void receive(Message<?> message) {
        if (!(message.getPayload() instanceof byte[])) {
            // A tombstone: a compacted topic forgets the petition, we need not.
            return;
        }
        Arrival arrival = Arrival.of(message, clock.instant());
        store.inLane(topic, arrival.petition(), lane -> arrive(lane, arrival.event()));
        applyAll(arrival.petition());
    }

    private boolean arrive(InboxStore.Lane lane, KeptEvent event) {
        List<KeptEvent> kept = lane.kept();
        if (!event.numbered()) {
            if (kept.stream().noneMatch(event::saysTheSameAs)) {
                long lowest = kept.isEmpty() ? 1 : Math.min(1, kept.getFirst().number());
                lane.keep(event.withNumber(lowest - 1).withProblem("UNREADABLE: no number"));
                LOG.warn("Parked an event of topic {} that has no number", topic);
            }
            return true;
        }
        if (event.number() > lane.position()) {
            @Nullable String problem =
                    kept.stream()
                            .filter(other -> other.number() == event.number())
                            .findAny()
                            .map(KeptEvent::problem)
                            .orElse(null);
            // Sent anew in place of a parked one: still waits for the release.
            lane.keep(event.withProblem(problem));
        }
        return true;
    }

    void release(String petition) {
        store.inLane(
                topic,
                petition,
                lane -> {
                    lane.kept().stream()
                            .filter(event -> event.parked() && event.numbered())
                            .forEach(event -> lane.keep(event.withProblem(null)));
                    return true;
                });
        LOG.info("Released the parked events of petition {} in topic {}", petition, topic);
        applyAll(petition);
    }

    void passOver(String petition) {
        store.inLane(
                topic,
                petition,
                lane -> {
                    lane.kept().stream()
                            .filter(KeptEvent::parked)
                            .findFirst()
                            .ifPresent(event -> passOver(lane, petition, event));
                    return true;
                });
        applyAll(petition);
    }

    private void passOver(InboxStore.Lane lane, String petition, KeptEvent event) {
        lane.drop(event.number());
        if (event.numbered()) {
            lane.moveTo(event.number());
        }
        LOG.warn("Passed over event {} of {} in topic {}", event.number(), petition, topic);
    }

    private void applyAll(String petition) {
        new Applying(
                        store,
                        topic,
                        petition,
                        order,
                        event -> {
                            Subscription<?> subscription = subscription(event);
                            if (subscription != null) {
                                subscription.apply(event.body(), json);
                            }
                        })
                .run();
    }

    private @Nullable Subscription<?> subscription(KeptEvent event) {
        if (event.type() == null) {
            throw new UnreadableEvent("no CloudEvents 1.0 type");
        }
        return subscriptions.get(event.type());
    }
}
