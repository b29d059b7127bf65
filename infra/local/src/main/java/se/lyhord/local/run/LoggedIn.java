package se.lyhord.benchmark;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import se.lyhord.keyvault.RotatingKeys;

/**
 * Seals cookies with the gateway's own key, as it does itself after a login: the votes of this
 * benchmark come from people who have logged in, and a login costs a hundred times a vote.
 */
final class Sealing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final RotatingKeys keys;

    Sealing(Path directory) throws IOException {
        this.keys = RotatingKeys.open(directory, "AES");
    }

    /** Text for one purpose and a limited time. */
    String seal(String purpose, String text, Duration lifetime) {
        RotatingKeys.NamedKey key = keys.newest();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(
                    ("v1\n" + key.kid() + "\n" + purpose).getBytes(StandardCharsets.UTF_8));
            byte[] sealed =
                    cipher.doFinal(
                            ByteBuffer.allocate(Long.BYTES + content.length)
                                    .putLong(Instant.now().plus(lifetime).getEpochSecond())
                                    .put(content)
                                    .array());
            byte[] all =
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array();
            return "v1." + key.kid() + "." + BASE64.encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks AES-GCM", e);
        }
    }
}
