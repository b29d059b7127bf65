package se.lyhord.faults.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import se.lyhord.keyvault.RotatingKeys;

/** Voter tokens as the gateway makes them, with the gateway's own key. */
final class VoterTokens {

    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final RotatingKeys keys;
    private final InstantSource clock;

    VoterTokens(Path directory, InstantSource clock) {
        try {
            this.keys = RotatingKeys.open(directory, "HmacSHA256");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.clock = clock;
    }

    String token(UUID petition, byte[] pseudonym) {
        RotatingKeys.NamedKey key = keys.newest();
        long expires = clock.instant().plus(LIFETIME).getEpochSecond();
        return token(key.kid(), key.key(), petition, expires, pseudonym);
    }

    static String token(String kid, SecretKey key, UUID petition, long expires, byte[] pseudonym) {
        String signed =
                "v1.%s.%s.%d.%s"
                        .formatted(kid, petition, expires, BASE64.encodeToString(pseudonym));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks HMAC-SHA-256", e);
        }
    }
}
