package se.lyhord.voting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import se.lyhord.keyvault.RotatingKeys;

/** A voter as the gateway presents one: a pseudonym, and tokens made of it. */
public record TestVoter(byte[] pseudonym) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static TestVoter somebody() {
        byte[] pseudonym = new byte[32];
        RANDOM.nextBytes(pseudonym);
        return new TestVoter(pseudonym);
    }

    public static String tracker() {
        byte[] tracker = new byte[16];
        RANDOM.nextBytes(tracker);
        return HexFormat.of().formatHex(tracker);
    }

    public String header(UUID petition) {
        return header(petition, Instant.now().plusSeconds(30));
    }

    public String header(UUID petition, Instant expires) {
        return "Voter " + token(petition, expires);
    }

    public String token(UUID petition) {
        return token(petition, Instant.now().plusSeconds(30));
    }

    private String token(UUID petition, Instant expires) {
        return token(TestKeys.voterTokens(), petition, expires, pseudonym);
    }

    static String token(Path keys, UUID petition, Instant expires, byte[] pseudonym) {
        try {
            var key = RotatingKeys.open(keys, "HmacSHA256").newest();
            String signed =
                    "v1.%s.%s.%d.%s"
                            .formatted(
                                    key.kid(),
                                    petition,
                                    expires.getEpochSecond(),
                                    base64(pseudonym));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.key());
            return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
