package se.lyhord.moderation.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import se.lyhord.testkit.Platform;

/** Writes to and reads from the real broker, as other services do. */
final class TestTopics {

    /** Sends what petition-service would, as CloudEvents in binary mode. */
    static void send(String event, UUID petition, int number, String json) {
        var settings = Map.<String, Object>of("bootstrap.servers", Platform.kafkaServers());
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<>("petitions", petition.toString(), json);
            Map.of(
                            "ce_specversion",
                            "1.0",
                            "ce_id",
                            petition + "-petitions-" + number,
                            "ce_source",
                            "/lyhord/petition-service",
                            "ce_type",
                            "se.lyhord.petitions." + event + ".v1",
                            "ce_subject",
                            petition.toString(),
                            "ce_time",
                            Instant.now().toString(),
                            "ce_number",
                            Integer.toString(number),
                            "content-type",
                            "application/json")
                    .forEach(
                            (name, value) ->
                                    message.headers()
                                            .add(name, value.getBytes(StandardCharsets.UTF_8)));
            producer.send(message);
        }
    }

    /** All that topic moderation holds of a petition now. */
    static List<ConsumerRecord<String, String>> moderation(UUID petition) {
        var settings = Map.<String, Object>of("bootstrap.servers", Platform.kafkaServers());
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor("moderation").stream()
                            .map(part -> new TopicPartition("moderation", part.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (petition.toString().equals(message.key())) {
                        found.add(message);
                    }
                }
            }
        }
        return found;
    }

    static String header(ConsumerRecord<?, ?> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private TestTopics() {}
}
