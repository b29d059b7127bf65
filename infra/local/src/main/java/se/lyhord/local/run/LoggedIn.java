package se.lyhord.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import se.lyhord.keyvault.RotatingKeys;

/**
 * Browsers of people who have logged in: their cookies are sealed with the gateway's own key, as it
 * does itself after a login. A login costs a hundred times a vote, and Keycloak knows few people.
 */
public final class LoggedIn {

    private static final Duration SESSION = Duration.ofMinutes(15);
    private static final Duration FORM = Duration.ofHours(12);
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz012345";
    private static final String FORM_FIELD = masked(TOKEN);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final AtomicLong sessions = new AtomicLong();
    private final RotatingKeys keys;

    /**
     * What a browser sends with the confirm form.
     *
     * @param cookies value of the Cookie field
     * @param body as {@code application/x-www-form-urlencoded}
     */
    public record Form(String cookies, String body) {}

    /**
     * @param sessionKeys the gateway's folder of cookie keys
     */
    public LoggedIn(Path sessionKeys) {
        try {
            this.keys = RotatingKeys.open(sessionKeys, "AES");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The confirm form of somebody who logs in now.
     *
     * @param person as {@link TestPersons#kindAndDigits} says it
     * @param tracker 32 hexadecimal digits
     */
    public Form confirm(String person, String tracker) {
        String session = "own" + sessions.getAndIncrement();
        String cookies =
                "lyhord-session="
                        + seal("lyhord-session", session + " " + person, SESSION)
                        + "; lyhord-ballot-form="
                        + seal("lyhord-ballot-form", TOKEN + " " + session, FORM);
        return new Form(cookies, "_csrf=" + FORM_FIELD + "&tracker=" + tracker);
    }

    private String seal(String purpose, String text, Duration lifetime) {
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

    /** As forms carry the token: behind a mask, here of zeros (Spring Security's XOR tokens). */
    private static String masked(String token) {
        byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
        byte[] both = new byte[2 * bytes.length];
        System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
        return Base64.getUrlEncoder().encodeToString(both).replace("=", "%3D");
    }
}
