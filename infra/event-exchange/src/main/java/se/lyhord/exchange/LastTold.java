package se.lyhord.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this service itself has told last of each petition, as the broker has it. The service's
 * database or vault may be an old copy that was put back, and must not tell something else under a
 * number that is out already: who listens would take it for a repeat.
 */
final class LastTold implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LastTold.class);

    /** Together with publishing about as long as a transaction of the voting service may last. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final KafkaRecords kafka;
    private final Map<String, OwnTopic> topics = new HashMap<>();

    LastTold(KafkaRecords kafka) {
        this.kafka = kafka;
    }

    private record OwnTopic(ReadTopic reading, Map<String, KeptEvent> last) {

        void readOn() {
            reading.toEnd().stream()
                    .map(message -> Arrival.of(message, Instant.EPOCH))
                    .filter(arrival -> arrival.event().numbered())
                    .forEach(
                            arrival ->
                                    last.merge(arrival.petition(), arrival.event(), this::later));
        }

        private KeptEvent later(KeptEvent one, KeptEvent other) {
            return other.number() > one.number() ? other : one;
        }
    }

    /**
     * The number to tell an event under: the next one, unless the broker has as many already. Then
     * it is the last one if that was this very event, which the database has not noted; or else the
     * first that is free.
     *
     * @param next the number after the last that the database knows of
     * @throws BrokerUnavailable if the topic can not be read to its end now
     */
    synchronized long numberOf(String topic, UUID petition, long next, Object event) {
        KeptEvent last = read(topic).get(petition.toString());
        if (last == null || last.number() < next) {
            return next;
        }
        var again =
                new KeptEvent(
                        last.number(),
                        EventHeaders.type(topic, event.getClass().getSimpleName()),
                        EventPublisher.json(event),
                        null,
                        Instant.EPOCH);
        if (last.saysTheSameAs(again)) {
            return last.number();
        }
        LOG.warn(
                "Database is older than topic {}: number {} of petition {} is told already",
                topic,
                next,
                petition);
        return last.number() + 1;
    }

    /**
     * The last number told of a petition, 0 if there is none.
     *
     * @throws BrokerUnavailable if the topic can not be read to its end now
     */
    synchronized long number(String topic, UUID petition) {
        KeptEvent last = read(topic).get(petition.toString());
        return last == null ? 0 : last.number();
    }

    private Map<String, KeptEvent> read(String topic) {
        OwnTopic own =
                topics.computeIfAbsent(
                        topic, name -> new OwnTopic(kafka.open(name, PATIENCE), new HashMap<>()));
        try {
            own.readOn();
            return own.last();
        } catch (BrokerUnavailable away) {
            own.reading().close();
            topics.remove(topic);
            throw away;
        }
    }

    @Override
    public synchronized void close() {
        topics.values().forEach(own -> own.reading().close());
        topics.clear();
    }
}
