package se.lyhord.petition.follow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret of one mail's links: 128 random bits, kept only as SHA-256. */
final class LinkToken {

    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    private LinkToken(String text) {
        this.text = text;
    }

    static LinkToken drawn() {
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random()));
    }

    /** Takes what somebody presents; any text is a token, most open nothing. */
    static LinkToken presented(String text) {
        return new LinkToken(text);
    }

    static byte[] random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return bits;
    }

    /** For the one mail it is drawn for. */
    String reveal() {
        return text;
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "LinkToken[redacted]";
    }
}
