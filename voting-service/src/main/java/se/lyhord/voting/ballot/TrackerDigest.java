package se.lyhord.voting.ballot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Counts and digests a tracker list: one tracker a line, sorted, each line ended by a line feed;
 * SHA-256 (FIPS 180-4) of those bytes.
 */
public final class TrackerDigest {

    private final MessageDigest sha256;
    private long count;

    /** Begins with the empty list. */
    public TrackerDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256", e);
        }
    }

    /** A line of the list. */
    public static byte[] line(Tracker tracker) {
        return (tracker.written() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Adds the next tracker, in order. */
    public void add(Tracker tracker) {
        sha256.update(line(tracker));
        count++;
    }

    /** How many trackers were added. */
    public long count() {
        return count;
    }

    /** The digest in lower-case hexadecimal; begins anew with the empty list. */
    public String digest() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
