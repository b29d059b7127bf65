package se.lyhord.exchange;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/**
 * What has been told in a topic so far, from its beginning to where it ends when asked: for a
 * service that has to know the past before it does anything. Nothing is kept, and nothing marked as
 * read.
 */
public final class TopicHistory {

    private static final Logger LOG = LoggerFactory.getLogger(TopicHistory.class);

    private final Function<String, List<Message<byte[]>>> records;
    private final EventJson json = new EventJson();

    TopicHistory(Function<String, List<Message<byte[]>>> records) {
        this.records = records;
    }

    /**
     * A history for tests that need no Kafka.
     *
     * @param told each topic's messages, such as {@link IncomingEvent} makes; others are empty
     */
    public static TopicHistory of(Map<String, List<Message<byte[]>>> told) {
        return new TopicHistory(topic -> told.getOrDefault(topic, List.of()));
    }

    /**
     * Reads a topic.
     *
     * @throws BrokerUnavailable if it can not be read to its end now
     */
    public Told read(String topic) {
        return new Told(topic, records.apply(topic));
    }

    /** What was told in one topic. */
    public final class Told {

        private final String topic;
        private final List<Message<byte[]>> messages;

        private Told(String topic, List<Message<byte[]>> messages) {
            this.topic = topic;
            this.messages = messages;
        }

        /**
         * Gives each event of a kind to a handler, repeats too. One that can not be read is named
         * in the log and left out: an inbox parks it for all to see.
         *
         * @param event the service's own record of it, as for {@link TopicInbox#on}
         */
        public <T extends Record> Told each(Class<T> event, Consumer<? super T> handler) {
            String type = EventHeaders.type(topic, event.getSimpleName());
            for (Message<byte[]> message : messages) {
                Map<String, Object> headers = message.getHeaders();
                if (type.equals(headers.get(EventHeaders.TYPE))
                        && EventHeaders.SUPPORTED_VERSION.equals(
                                headers.get(EventHeaders.SPEC_VERSION))) {
                    give(message.getPayload(), event, handler);
                }
            }
            return this;
        }

        private <T extends Record> void give(
                byte[] body, Class<T> event, Consumer<? super T> handler) {
            T read;
            try {
                read = json.read(body, event);
            } catch (UnreadableEvent unreadable) {
                LOG.warn("Left out of the history of topic {}: {}", topic, unreadable.getMessage());
                return;
            }
            handler.accept(read);
        }
    }
}
