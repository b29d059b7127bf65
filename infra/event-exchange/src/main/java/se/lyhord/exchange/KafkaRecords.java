package se.lyhord.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** Reads a topic's records up to its present end, with the settings of the Kafka binder. */
final class KafkaRecords implements Function<String, List<Message<byte[]>>> {

    private static final String BINDER = "spring.cloud.stream.kafka.binder.";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> settings = new HashMap<>();
    private final CloudEventHeaderMapper headers = new CloudEventHeaderMapper();

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
        settings.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
    }

    @Override
    public List<Message<byte[]>> apply(String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(found -> new TopicPartition(topic, found.partition()))
                            .toList();
            if (partitions.isEmpty()) {
                throw new BrokerUnavailable(topic, new KafkaException("no such topic"));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer.endOffsets(partitions), topic, consumer);
        } catch (KafkaException away) {
            throw new BrokerUnavailable(topic, away);
        }
    }

    private List<Message<byte[]>> readTo(
            Map<TopicPartition, Long> ends, String topic, KafkaConsumer<byte[], byte[]> consumer) {
        var messages = new ArrayList<Message<byte[]>>();
        long heard = System.nanoTime();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(Duration.ofMillis(200));
            records.forEach(record -> add(record, messages));
            if (!records.isEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                throw new BrokerUnavailable(topic, new KafkaException("stopped half-way"));
            }
        }
        return messages;
    }

    private void add(ConsumerRecord<byte[], byte[]> record, List<Message<byte[]>> messages) {
        if (record.value() != null) {
            var attributes = new HashMap<String, Object>();
            headers.toHeaders(record.headers(), attributes);
            messages.add(
                    MessageBuilder.withPayload(record.value()).copyHeaders(attributes).build());
        }
    }
}
