package se.lyhord.local;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition with short looks, never for a fixed time. */
public final class Conditions {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private Conditions() {}

    /**
     * Waits until the condition holds.
     *
     * @return false if it did not within the limit
     */
    public static boolean within(Duration limit, BooleanSupplier condition) {
        return within(limit, BETWEEN_LOOKS, condition);
    }

    /**
     * Waits until a condition holds that is costly to look at.
     *
     * @return false if it did not within the limit
     */
    public static boolean within(Duration limit, Duration betweenLooks, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() >= end) {
                return false;
            }
            try {
                Thread.sleep(betweenLooks);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LocalFailure("Interrupted while waiting.", e);
            }
        }
        return true;
    }
}
