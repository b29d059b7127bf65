package se.lyhord.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.kafka.support.KafkaNull;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/**
 * Publishes CloudEvents (version 1.0, binary mode of the Kafka binding) and returns only when every
 * in-sync replica has confirmed.
 */
public final class EventPublisher {

    /** Counts say nothing of when: a time beside a count would help to tell who voted. */
    private static final String TIMELESS_TOPIC = "counts";

    private final StreamBridge bridge;
    private final BindingServiceProperties bindings;
    private final EventJson json;
    private final Clock clock;
    private final String service;

    EventPublisher(
            StreamBridge bridge,
            BindingServiceProperties bindings,
            EventJson json,
            Clock clock,
            String service) {
        this.bridge = bridge;
        this.bindings = bindings;
        this.json = json;
        this.clock = clock;
        this.service = service;
    }

    /**
     * Publishes one event. A repeat with the same number is recognised by those who listen.
     *
     * @param topic the topic, which is the destination's name too
     * @param petition whose event it is: key, subject and part of the event's id
     * @param number 1, 2, 3… in this topic for this petition; without gaps except in topic counts
     * @param event a record whose simple name is the event's, version 1
     * @throws BrokerUnavailable if the broker has not confirmed; the event may still be there
     */
    public void publish(String topic, UUID petition, long number, Object event) {
        if (number < 1) {
            throw new IllegalArgumentException("an event's number is 1 or more, not " + number);
        }
        MessageBuilder<byte[]> message =
                MessageBuilder.withPayload(json.write(event))
                        .setHeader(KafkaHeaders.KEY, key(petition))
                        .setHeader(EventHeaders.SPEC_VERSION, EventHeaders.SUPPORTED_VERSION)
                        .setHeader(EventHeaders.ID, petition + "-" + topic + "-" + number)
                        .setHeader(EventHeaders.SOURCE, "/lyhord/" + service)
                        .setHeader(
                                EventHeaders.TYPE,
                                EventHeaders.type(topic, event.getClass().getSimpleName()))
                        .setHeader(EventHeaders.SUBJECT, petition.toString())
                        .setHeader(EventHeaders.NUMBER, Long.toString(number));
        if (!topic.equals(TIMELESS_TOPIC)) {
            message.setHeader(EventHeaders.TIME, clock.instant().toString());
        }
        send(topic, message.build());
    }

    /** The JSON an event is published as, for the contract tests of producers. */
    public static byte[] json(Object event) {
        return new EventJson().write(event);
    }

    /**
     * Publishes a record without a value, upon which a compacted topic forgets the petition.
     *
     * @param topic a compacted topic
     * @param petition the petition to forget
     * @throws BrokerUnavailable if the broker has not confirmed
     */
    public void tombstone(String topic, UUID petition) {
        send(
                topic,
                MessageBuilder.withPayload(KafkaNull.INSTANCE)
                        .setHeader(KafkaHeaders.KEY, key(petition))
                        .build());
    }

    private static byte[] key(UUID petition) {
        return petition.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Not the topic's own name: the bridge would take a bean of that name for the channel. */
    private String binding(String topic) {
        String name = "published-" + topic;
        bindings.getBindings()
                .computeIfAbsent(
                        name,
                        unknown -> {
                            BindingProperties binding = new BindingProperties();
                            binding.setDestination(topic);
                            return binding;
                        });
        return name;
    }

    private void send(String topic, Message<?> message) {
        try {
            if (!bridge.send(binding(topic), message)) {
                throw new IllegalStateException("the binding took no message");
            }
        } catch (RuntimeException failure) {
            throw new BrokerUnavailable(topic, failure);
        }
    }
}
