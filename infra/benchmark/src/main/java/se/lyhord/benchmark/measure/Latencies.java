package se.lyhord.benchmark.measure;

import java.util.Arrays;

/** Times of many requests, all kept: no bucket rounds them. Not for several threads. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1 << 16];
    private int size;
    private boolean sorted;

    /** Adds a time in nanoseconds. */
    public void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = time;
        sorted = false;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /**
     * The time in milliseconds that this share of requests stayed below (nearest rank); 0 without
     * any.
     *
     * @param share from 0 to 1
     */
    public double millis(double share) {
        if (size == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(nanos, 0, size);
            sorted = true;
        }
        int rank = (int) Math.ceil(share * size);
        return nanos[Math.max(0, rank - 1)] / NANOS_PER_MILLI;
    }
}
