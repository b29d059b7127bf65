package se.lyhord.petition;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import se.lyhord.testkit.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other services' side of Kafka. */
final class Topics {

    private static final JsonMapper JSON = new JsonMapper();

    private Topics() {}

    /** Publishes version 1 of an event, as the service that owns the topic does. */
    static void publish(String topic, UUID petition, long number, String event, Object data) {
        publishRaw(topic, petition, number, event, JSON.writeValueAsString(data));
    }

    static void publishRaw(String topic, UUID petition, long number, String event, String body) {
        var message = new ProducerRecord<>(topic, petition.toString(), body);
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        petition + "-" + topic + "-" + number,
                        "ce_source",
                        "/lyhord/test",
                        "ce_type",
                        "se.lyhord." + topic + "." + event + ".v1",
                        "ce_subject",
                        petition.toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_number",
                        Long.toString(number),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        Map<String, Object> settings =
                Map.of("bootstrap.servers", Platform.kafkaServers(), "acks", "all");
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    record Published(String type, String id, long number, JsonNode data) {}

    /** What a topic holds of a petition, from the beginning. */
    static List<Published> of(String topic, UUID petition) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Platform.kafkaServers());
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(it -> new TopicPartition(topic, it.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Published> found = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(
                                message -> {
                                    if (petition.toString().equals(message.key())) {
                                        found.add(published(message));
                                    }
                                });
            }
            return found;
        }
    }

    private static Published published(ConsumerRecord<String, String> message) {
        return new Published(
                header(message, "ce_type"),
                header(message, "ce_id"),
                Long.parseLong(header(message, "ce_number")),
                JSON.readTree(message.value()));
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
