package se.lyhord.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Listens to what the services tell each other, and knows when each event reached its topic. */
final class TopicWatch implements AutoCloseable {

    private static final List<String> TOPICS = List.of("petitions", "voting", "keys", "tally");
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<Told, Instant> times = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    private record Told(UUID petition, String event) {}

    /**
     * Begins to listen, to events of the past too.
     *
     * @param servers address of the broker
     */
    TopicWatch(String servers) {
        this.thread = Thread.ofPlatform().name("topics").daemon().start(() -> listen(servers));
    }

    private void listen(String servers) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", servers, "enable.auto.commit", false);
        try (var consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    TOPICS.stream()
                            .flatMap(topic -> consumer.partitionsFor(topic).stream())
                            .map(found -> new TopicPartition(found.topic(), found.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closed) {
                consumer.poll(POLL).forEach(this::note);
            }
        }
    }

    /** The type is {@code se.lyhord.<topic>.<event>.v1}. */
    private void note(ConsumerRecord<String, String> heard) {
        var type = heard.headers().lastHeader("ce_type");
        if (type != null) {
            String[] parts = new String(type.value(), StandardCharsets.UTF_8).split("\\.");
            times.putIfAbsent(
                    new Told(UUID.fromString(heard.key()), parts[3]),
                    Instant.ofEpochMilli(heard.timestamp()));
        }
    }

    /** When an event of a petition was told first, or null if it was not yet. */
    @Nullable Instant time(UUID petition, String event) {
        return times.get(new Told(petition, event));
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
    }
}
