package se.lyhord.restoredrill;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import se.lyhord.local.KafkaBroker;

/** Everything that the services have told each other. */
final class Told {

    private static final List<String> TOPICS =
            List.of("petitions", "moderation", "voting", "counts", "keys", "tally");

    private Told() {}

    /** Ids that stand over two different events. */
    static Set<String> idsUsedTwice(KafkaBroker kafka) {
        Map<String, Set<String>> contents = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records(kafka)) {
            if (record.value() != null) {
                contents.computeIfAbsent(header(record, "ce_id"), id -> new HashSet<>())
                        .add(header(record, "ce_type") + " " + text(record.value()));
            }
        }
        contents.values().removeIf(said -> said.size() == 1);
        return new TreeSet<>(contents.keySet());
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(KafkaBroker kafka) {
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    TOPICS.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(found -> new TopicPartition(found.topic(), found.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : text(header.value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
