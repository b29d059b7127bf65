package se.lyhord.gateway.config;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import se.lyhord.keyvault.RotatingKeys;

/**
 * Makes text that only this gateway can read, for one purpose and a limited time: AES-256-GCM (NIST
 * SP 800-38D) with a random nonce; purpose and key id are authenticated with it.
 *
 * <p>Form: {@code v1.<kid>.<base64url of nonce, ciphertext, tag>}; the plaintext begins with the
 * second it expires at.
 */
public final class Sealer {

    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final RotatingKeys keys;
    private final Clock clock;

    /** Kept for reuse, since looking one up costs as much as opening a cookie. */
    private final ArrayBlockingQueue<Cipher> idle = new ArrayBlockingQueue<>(64);

    /**
     * @param keys AES keys; the newest seals, all open
     */
    public Sealer(RotatingKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Text that was sealed, and when it ends. */
    public record Opened(String text, Instant expiresAt) {
        @Override
        public String toString() {
            return "Opened[redacted]";
        }
    }

    /** Seals text for a purpose; what is sealed for one purpose does not open for another. */
    public String seal(String purpose, String text, Duration lifetime) {
        RotatingKeys.NamedKey key = keys.newest();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] plain =
                ByteBuffer.allocate(Long.BYTES + content.length)
                        .putLong(clock.instant().plus(lifetime).getEpochSecond())
                        .put(content)
                        .array();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.key(), nonce, purpose, key.kid());
            byte[] sealed = cipher.doFinal(plain);
            idle.offer(cipher);
            byte[] all =
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array();
            return VERSION
                    + "."
                    + key.kid()
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks AES-GCM", e);
        }
    }

    /** What was sealed for this purpose, or null if it was not, is over, or its key is gone. */
    public @Nullable Opened open(String purpose, @Nullable String sealed) {
        if (sealed == null) {
            return null;
        }
        int first = sealed.indexOf('.');
        int last = sealed.lastIndexOf('.');
        if (first < 0 || first == last || !sealed.substring(0, first).equals(VERSION)) {
            return null;
        }
        String kid = sealed.substring(first + 1, last);
        SecretKey key = keys.find(kid);
        if (key == null) {
            return null;
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(sealed.substring(last + 1));
            if (all.length <= NONCE_BYTES + TAG_BITS / Byte.SIZE) {
                return null;
            }
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, purpose, kid);
            byte[] plain = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            idle.offer(cipher);
            return opened(plain);
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return null;
        }
    }

    private @Nullable Opened opened(byte[] plain) {
        if (plain.length < Long.BYTES) {
            return null;
        }
        Instant expiresAt = Instant.ofEpochSecond(ByteBuffer.wrap(plain).getLong());
        if (!clock.instant().isBefore(expiresAt)) {
            return null;
        }
        String text =
                new String(plain, Long.BYTES, plain.length - Long.BYTES, StandardCharsets.UTF_8);
        return new Opened(text, expiresAt);
    }

    private Cipher cipher(int mode, SecretKey key, byte[] nonce, String purpose, String kid)
            throws GeneralSecurityException {
        Cipher cipher = idle.poll();
        if (cipher == null) {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        }
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((VERSION + "\n" + kid + "\n" + purpose).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
