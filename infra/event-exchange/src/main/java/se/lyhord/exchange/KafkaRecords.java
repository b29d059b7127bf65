package se.lyhord.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.messaging.Message;

/** Reads a topic's records up to its present end, with the settings of the Kafka binder. */
final class KafkaRecords {

    private static final String BINDER = "spring.cloud.stream.kafka.binder.";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> settings = new HashMap<>();

    KafkaRecords(Environment environment) {
        Binder binder = Binder.get(environment);
        settings.put(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                binder.bind(BINDER + "brokers", Bindable.listOf(String.class))
                        .orElse(List.of("localhost:9092")));
        for (String name : List.of("configuration", "consumer-properties")) {
            binder.bind(BINDER + name, Bindable.mapOf(String.class, String.class))
                    .ifBound(settings::putAll);
        }
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    }

    /**
     * All that a topic holds now.
     *
     * @throws BrokerUnavailable if it can not be read to its end
     */
    List<Message<byte[]>> all(String topic) {
        try (ReadTopic open = open(topic, PATIENCE)) {
            return open.toEnd();
        }
    }

    /**
     * A topic to be read from its beginning, and later on from where it was left.
     *
     * @param patience how long to wait for an answer
     * @throws BrokerUnavailable if there is none
     */
    ReadTopic open(String topic, Duration patience) {
        var patient = new HashMap<>(settings);
        patient.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(patience.toMillis()));
        var consumer =
                new KafkaConsumer<>(
                        patient, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            return new ReadTopic(topic, consumer, patience);
        } catch (KafkaException away) {
            consumer.close();
            throw new BrokerUnavailable(topic, away);
        }
    }
}
