package se.lyhord.exchange;

import java.util.UUID;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Makes messages as a binding hands them to an inbox, for tests that need no Kafka. */
public final class IncomingEvent {

    /**
     * @param topic the topic
     * @param eventName the event's simple name, version 1
     * @param petition whose event it is
     * @param number 1, 2, 3… in this topic for this petition
     * @param body its JSON
     */
    public static Message<byte[]> of(
            String topic, String eventName, UUID petition, long number, byte[] body) {
        return MessageBuilder.withPayload(body)
                .setHeader(KafkaHeaders.RECEIVED_KEY, petition.toString())
                .setHeader(EventHeaders.SPEC_VERSION, EventHeaders.SUPPORTED_VERSION)
                .setHeader(EventHeaders.TYPE, EventHeaders.type(topic, eventName))
                .setHeader(EventHeaders.NUMBER, Long.toString(number))
                .build();
    }

    private IncomingEvent() {}
}
