package se.lyhord.petition.submit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import se.lyhord.petition.petition.PetitionId;
import se.lyhord.petition.petition.StatusKey;

/**
 * What the petitioner gets back. Both parts follow from the form's random key alone, so that
 * sending the form twice gives the same answer; neither part tells the other, nor the key.
 */
record Receipt(PetitionId petitionId, StatusKey statusKey) {

    private static final int RFC_9562_VERSION_8 = 0x80;
    private static final int RFC_9562_VARIANT = 0x80;

    /** The receipt for the form that holds this key. */
    static Receipt of(UUID formKey) {
        byte[] bits = Arrays.copyOf(sha256("petition " + formKey), 16);
        bits[6] = (byte) ((bits[6] & 0x0f) | RFC_9562_VERSION_8);
        bits[8] = (byte) ((bits[8] & 0x3f) | RFC_9562_VARIANT);
        ByteBuffer buffer = ByteBuffer.wrap(bits);
        return new Receipt(
                new PetitionId(new UUID(buffer.getLong(), buffer.getLong())),
                StatusKey.ofRandom(sha256("status " + formKey)));
    }

    /** The private way to the draft that is saved from this form. */
    static StatusKey draftKey(UUID formKey) {
        return StatusKey.ofRandom(sha256("draft " + formKey));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
