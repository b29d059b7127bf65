package se.lyhord.gateway.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Counts requests by address, and remembers no address: only a hash under a key that is drawn anew
 * every ten minutes and never leaves memory. IPv6 counts by /64, since one subscriber has all of
 * it.
 */
public final class RateLimits {

    /** How long a key and the counts under it last. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    private static final int MAXIMUM_COUNTERS = 200_000;
    private static final int IPV6_PREFIX_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private volatile Window window;

    private record Window(Instant endsAt, SecretKeySpec key, Map<Long, AtomicInteger> counters) {}

    /** Begins to count. */
    public RateLimits(Clock clock) {
        this.clock = clock;
        this.window = fresh(clock.instant());
    }

    /**
     * Counts one request.
     *
     * @param purpose what is limited
     * @param address where it came from, as text
     * @param limit how many a window may see
     * @return whether it may go on
     */
    public boolean permits(String purpose, String address, int limit) {
        Window current = current();
        if (current.counters().size() >= MAXIMUM_COUNTERS) {
            // Memory is bounded; a new key forgets all counts early.
            current = renew(current);
        }
        long counter = hash(current.key(), purpose, address);
        return current.counters()
                        .computeIfAbsent(counter, key -> new AtomicInteger())
                        .incrementAndGet()
                <= limit;
    }

    /** Seconds until the counts begin anew. */
    public long secondsLeft() {
        return Math.max(1, Duration.between(clock.instant(), current().endsAt()).toSeconds());
    }

    private Window current() {
        Window current = window;
        return clock.instant().isBefore(current.endsAt()) ? current : renew(current);
    }

    private synchronized Window renew(Window seen) {
        if (window == seen) {
            window = fresh(clock.instant());
        }
        return window;
    }

    private static Window fresh(Instant now) {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return new Window(
                now.plus(WINDOW), new SecretKeySpec(key, "HmacSHA256"), new ConcurrentHashMap<>());
    }

    private static long hash(SecretKeySpec key, String purpose, String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(network(address))).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks HMAC-SHA-256", e);
        }
    }

    private static byte[] network(String address) {
        try {
            // A literal address: no name is looked up.
            InetAddress parsed = InetAddress.ofLiteral(address);
            byte[] bytes = parsed.getAddress();
            return parsed instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_PREFIX_BYTES) : bytes;
        } catch (IllegalArgumentException notAnAddress) {
            return address.getBytes(StandardCharsets.UTF_8);
        }
    }
}
