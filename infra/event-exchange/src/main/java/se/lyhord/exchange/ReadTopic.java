package se.lyhord.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;

/** One reader's place in a topic, held by itself and told to nobody. */
final class ReadTopic implements AutoCloseable {

    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Duration patience;
    private final List<TopicPartition> partitions;
    private final CloudEventHeaderMapper headers = new CloudEventHeaderMapper();

    ReadTopic(String topic, KafkaConsumer<byte[], byte[]> consumer, Duration patience) {
        this.topic = topic;
        this.consumer = consumer;
        this.patience = patience;
        this.partitions =
                consumer.partitionsFor(topic).stream()
                        .map(found -> new TopicPartition(topic, found.partition()))
                        .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("no such topic");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * The records from here to where the topic ends now.
     *
     * @throws BrokerUnavailable if it can not be read to its end; then this is of no use any more
     */
    List<Message<byte[]>> toEnd() {
        try {
            return readTo(consumer.endOffsets(partitions));
        } catch (KafkaException away) {
            throw new BrokerUnavailable(topic, away);
        }
    }

    private List<Message<byte[]>> readTo(Map<TopicPartition, Long> ends) {
        var messages = new ArrayList<Message<byte[]>>();
        long heard = System.nanoTime();
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            var records = consumer.poll(Duration.ofMillis(200));
            records.forEach(record -> add(record, messages));
            if (!records.isEmpty()) {
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > patience.toNanos()) {
                throw new KafkaException("stopped half-way");
            }
        }
        return messages;
    }

    private void add(ConsumerRecord<byte[], byte[]> record, List<Message<byte[]>> messages) {
        if (record.value() != null) {
            var attributes = new HashMap<String, Object>();
            headers.toHeaders(record.headers(), attributes);
            if (record.key() != null) {
                attributes.put(KafkaHeaders.RECEIVED_KEY, record.key());
            }
            messages.add(
                    MessageBuilder.withPayload(record.value()).copyHeaders(attributes).build());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
