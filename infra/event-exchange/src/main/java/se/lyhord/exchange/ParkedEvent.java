package se.lyhord.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be read or applied and holds up what follows it of the same petition.
 *
 * @param topic its topic
 * @param petition its Kafka key, a petition's id unless the sender erred
 * @param number its place among those of its topic and petition; 0 or less if its headers tell none
 * @param type the CloudEvents type; null if its headers tell none
 * @param problem {@code UNREADABLE: …} or {@code FAILED: …}, without content of the event
 * @param since when it arrived
 */
public record ParkedEvent(
        String topic,
        String petition,
        long number,
        @Nullable String type,
        String problem,
        Instant since) {}
