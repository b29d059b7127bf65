package se.lyhord.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a service listens to. Each topic's events are applied once and in order for each petition;
 * nothing is skipped in silence.
 */
public final class Inbox {

    private final InboxStore store;
    private final Clock clock;
    private final EventJson json = new EventJson();
    private final Map<String, TopicInbox> topics = new ConcurrentHashMap<>();

    Inbox(InboxStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** An inbox that forgets everything when the service ends. */
    public static Inbox inMemory(Clock clock) {
        return new Inbox(new InMemoryInboxStore(), clock);
    }

    /**
     * Starts the subscriptions to a topic.
     *
     * @param topic the topic's name; each can be subscribed to once
     */
    public TopicInbox topic(String topic) {
        TopicInbox inbox = new TopicInbox(topic, store, json, clock);
        if (topics.putIfAbsent(topic, inbox) != null) {
            throw new IllegalStateException("topic " + topic + " is subscribed to already");
        }
        return inbox;
    }

    /** All events that could not be read or applied, in every topic. */
    public List<ParkedEvent> parked() {
        return store.parked();
    }

    /**
     * Tries a petition's parked events and those behind them again, in order. What still cannot be
     * read or applied is parked anew.
     *
     * @throws IllegalArgumentException if the topic is not subscribed to
     */
    public void release(String topic, String petition) {
        subscribed(topic).release(petition);
    }

    /**
     * Gives up a petition's first parked event and goes on with those behind it. For an event that
     * nobody can ever read; its effect is lost.
     *
     * @throws IllegalArgumentException if the topic is not subscribed to
     */
    public void passOver(String topic, String petition) {
        subscribed(topic).passOver(petition);
    }

    private TopicInbox subscribed(String topic) {
        TopicInbox inbox = topics.get(topic);
        if (inbox == null) {
            throw new IllegalArgumentException("not subscribed to this topic");
        }
        return inbox;
    }
}
