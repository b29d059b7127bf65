package se.lyhord.tally;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other services' end of the topics. */
final class Broker implements AutoCloseable {

    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> tally = new ArrayList<>();

    Broker(String servers) {
        producer =
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers),
                        new StringSerializer(),
                        new StringSerializer());
        consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                servers,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest"),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor("tally").stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Publishes an event as its service does; data holds what stands after the petition's id. */
    void publish(String topic, String event, UUID petition, long number, String data)
            throws Exception {
        String body = "{\"petitionId\":\"" + petition + "\"" + data + "}";
        var message = new ProducerRecord<String, String>(topic, petition.toString(), body);
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
                        "ce_number",
                        Long.toString(number),
                        "content-type",
                        "application/json")
                .forEach(
                        (name, value) ->
                                message.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message).get(30, TimeUnit.SECONDS);
    }

    /** What has been published of a petition in topic tally so far. */
    List<ConsumerRecord<String, byte[]>> tally(UUID petition) {
        consumer.poll(Duration.ofMillis(200)).forEach(tally::add);
        return tally.stream().filter(event -> event.key().equals(petition.toString())).toList();
    }

    static String header(ConsumerRecord<?, ?> event, String name) {
        return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
        consumer.close();
    }
}
