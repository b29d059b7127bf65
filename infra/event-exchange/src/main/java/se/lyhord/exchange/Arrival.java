package se.lyhord.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/**
 * A Kafka record as it came, before anybody has judged whether it can be read.
 *
 * @param petition the record's key, empty if it has none
 * @param event what it says
 */
record Arrival(String petition, KeptEvent event) {

    private static final int LONGEST_TEXT = 200;

    /** Reads key and headers. What they lack shows as a missing number or type. */
    static Arrival of(Message<?> message, Instant now) {
        String key = text(message.getHeaders().get(KafkaHeaders.RECEIVED_KEY));
        byte[] body = message.getPayload() instanceof byte[] bytes ? bytes : new byte[0];
        String version = text(message.getHeaders().get(EventHeaders.SPEC_VERSION));
        String type = text(message.getHeaders().get(EventHeaders.TYPE));
        return new Arrival(
                key == null ? "" : key,
                new KeptEvent(
                        number(text(message.getHeaders().get(EventHeaders.NUMBER))),
                        EventHeaders.SUPPORTED_VERSION.equals(version) ? type : null,
                        body,
                        null,
                        now));
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? 0 : Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static @Nullable String text(@Nullable Object header) {
        return switch (header) {
            case byte[] bytes -> storable(new String(bytes, StandardCharsets.UTF_8));
            case String string -> storable(string);
            case null, default -> null;
        };
    }

    /** Only foreign texts are long or hold a NUL, which no database keeps in a text. */
    private static String storable(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_TEXT)).replace('\0', '\uFFFD');
    }
}
