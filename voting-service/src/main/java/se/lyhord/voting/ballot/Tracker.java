package se.lyhord.voting.ballot;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The random 128-bit code by which a voter finds their vote in the published list. Ordered by its
 * bytes, which is the ASCII order of its written form.
 */
public final class Tracker implements Comparable<Tracker> {

    private static final int LENGTH = 16;

    private final byte[] bytes;

    private Tracker(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes the bytes as stored.
     *
     * @param bytes 16 bytes
     * @throws IllegalArgumentException if there are more or fewer
     */
    public static Tracker of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A tracker has 16 bytes");
        }
        return new Tracker(bytes.clone());
    }

    /** Whether a text is a tracker as it is written: 32 lower-case hexadecimal digits. */
    public static boolean isWritten(String text) {
        if (text.length() != 2 * LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Reads a tracker as it is written.
     *
     * @throws IllegalArgumentException unless {@link #isWritten}
     */
    public static Tracker parse(String text) {
        if (!isWritten(text)) {
            throw new IllegalArgumentException("A tracker is 32 lower-case hexadecimal digits");
        }
        return new Tracker(HexFormat.of().parseHex(text));
    }

    /** The written form: 32 lower-case hexadecimal digits. */
    public String written() {
        return HexFormat.of().formatHex(bytes);
    }

    /** The 16 bytes, as stored. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(Tracker other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tracker tracker && Arrays.equals(bytes, tracker.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /**
     * Redacted: while a vote is open a tracker in a log would be a receipt for whoever reads it.
     */
    @Override
    public String toString() {
        return "Tracker[redacted]";
    }
}
