package se.lyhord.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.springframework.kafka.support.KafkaHeaderMapper;
import org.springframework.messaging.MessageHeaders;
import org.springframework.util.MimeTypeUtils;

/**
 * Carries the event's attributes, and nothing else, as plain UTF-8: the binary content mode of the
 * CloudEvents Kafka protocol binding 1.0.
 */
final class CloudEventHeaderMapper implements KafkaHeaderMapper {

    private static final String ATTRIBUTE = "ce_";

    @Override
    public void fromHeaders(MessageHeaders message, Headers kafka) {
        if (!message.containsKey(EventHeaders.TYPE)) {
            return;
        }
        message.forEach(
                (name, value) -> {
                    if (name.startsWith(EventHeaders.PREFIX) && value instanceof String text) {
                        kafka.add(
                                ATTRIBUTE + name.substring(EventHeaders.PREFIX.length()),
                                text.getBytes(StandardCharsets.UTF_8));
                    }
                });
        kafka.add(
                "content-type",
                MimeTypeUtils.APPLICATION_JSON_VALUE.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void toHeaders(Headers kafka, Map<String, Object> message) {
        for (Header header : kafka) {
            if (header.key().startsWith(ATTRIBUTE) && header.value() != null) {
                message.put(
                        EventHeaders.PREFIX + header.key().substring(ATTRIBUTE.length()),
                        new String(header.value(), StandardCharsets.UTF_8));
            }
        }
    }
}
