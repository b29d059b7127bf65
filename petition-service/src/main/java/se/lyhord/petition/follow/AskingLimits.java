package se.lyhord.petition.follow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps anybody from having us fill a stranger's mailbox. Holds no address: only counts under a
 * keyed hash, whose key is drawn anew every hour and never leaves memory.
 */
final class AskingLimits {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MAXIMUM_COUNTERS = 100_000;

    /** How many petitions one address can be asked about in an hour, as times the limit of one. */
    private static final int PETITIONS = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final int perHour;
    private final Map<Long, Integer> counts = new HashMap<>();
    private SecretKeySpec key = drawn();
    private Instant endsAt = Instant.EPOCH;

    /**
     * @param perHour how many mails one address may get about one petition in an hour
     */
    AskingLimits(int perHour) {
        this.perHour = perHour;
    }

    /** Counts one mail; false if it is one too many, and must not be sent. */
    synchronized boolean permits(UUID petition, EmailAddress address, Instant now) {
        if (!now.isBefore(endsAt) || counts.size() >= MAXIMUM_COUNTERS) {
            counts.clear();
            key = drawn();
            endsAt = now.plus(WINDOW);
        }
        String person = address.value().toLowerCase(Locale.ROOT);
        return counted(person) <= perHour * PETITIONS && counted(petition + person) <= perHour;
    }

    private int counted(String what) {
        return counts.merge(hash(what), 1, Integer::sum);
    }

    private long hash(String what) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return ByteBuffer.wrap(mac.doFinal(what.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private static SecretKeySpec drawn() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
