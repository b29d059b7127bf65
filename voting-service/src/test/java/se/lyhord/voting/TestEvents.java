package se.lyhord.voting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import se.lyhord.testkit.Platform;

/** What the other services say and hear, over the real broker. */
public final class TestEvents {

    private TestEvents() {}

    /** An event as it stands in a topic; a tombstone has neither type nor body. */
    public record Heard(
            @Nullable String type, @Nullable String number, @Nullable String body, boolean timed) {}

    public static void say(String topic, UUID petition, long number, String event, String json) {
        Map<String, Object> settings = Map.of("bootstrap.servers", Platform.kafkaServers());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<>(topic, petition.toString(), json);
            header(message, "ce_specversion", "1.0");
            header(message, "ce_id", petition + "-" + topic + "-" + number);
            header(message, "ce_source", "/lyhord/test");
            header(message, "ce_type", "se.lyhord." + topic + "." + event + ".v1");
            header(message, "ce_subject", petition.toString());
            header(message, "ce_number", Long.toString(number));
            header(message, "content-type", "application/json");
            producer.send(message);
            producer.flush();
        }
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    public static List<Heard> heard(String topic, UUID petition) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        Platform.kafkaServers(),
                        "auto.offset.reset",
                        "earliest");
        var heard = new ArrayList<Heard>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(
                                record -> {
                                    if (petition.toString().equals(record.key())) {
                                        heard.add(heard(record));
                                    }
                                });
            }
        }
        return heard;
    }

    private static Heard heard(ConsumerRecord<String, byte[]> record) {
        return new Heard(
                text(record, "ce_type"),
                text(record, "ce_number"),
                record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8),
                record.headers().lastHeader("ce_time") != null);
    }

    private static @Nullable String text(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
