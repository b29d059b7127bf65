package se.lyhord.petition.petition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * The petitioner's private way to a petition's status page, or to a draft: 128 bits, kept only as
 * SHA-256. Never written to a log.
 */
public final class StatusKey {

    private static final int BYTES = 16;

    private final String text;

    private StatusKey(String text) {
        this.text = text;
    }

    /** Takes what a petitioner presents; any text is a key, most open nothing. */
    public static StatusKey presented(String text) {
        return new StatusKey(text);
    }

    /** Makes a key of the first 128 of these random bits. */
    public static StatusKey ofRandom(byte[] bits) {
        return new StatusKey(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bits, BYTES)));
    }

    /** The key itself, for the petitioner's eyes alone. */
    public String reveal() {
        return text;
    }

    /** What the service keeps: SHA-256 of the key's text. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "StatusKey[redacted]";
    }
}
