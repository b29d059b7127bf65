package se.lyhord.gateway.propose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.browse.Readers;
import se.lyhord.keyvault.RotatingKeys;

/**
 * Work that a browser does before its proposal is taken: it looks for a number by trying (ALTCHA,
 * protocol version 1, SHA-256). A challenge is signed, ends, and belongs to one form. Since a form
 * becomes one petition at most, whichever instance it is sent to, its proof is good only once.
 */
@Component
class ProofOfWork {

    static final Duration LIFETIME = Duration.ofHours(12);

    private static final String FORM = "form";
    private static final String KID = "kid";
    private static final String ENDS = "expires";
    private static final byte[] PURPOSE = "proposal/v1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int LONGEST = 2_000;

    private final RotatingKeys keys;
    private final Clock clock;
    private final long tries;

    /**
     * @param tries numbers among which the one looked for is; half of them are tried in the mean
     */
    ProofOfWork(
            RotatingKeys sessionKeys, Clock clock, @Value("${lyhord.proposals.tries}") long tries) {
        this.keys = sessionKeys;
        this.clock = clock;
        this.tries = tries;
    }

    /** The challenge for this form, as the widget takes it: JSON. */
    String challenge(UUID form) {
        RotatingKeys.NamedKey key = keys.newest();
        try {
            Altcha.ChallengeOptions options =
                    new Altcha.ChallengeOptions()
                            .setHmacKey(derived(key.key()))
                            .setMaxNumber(tries)
                            .setSecureRandomNumber(true)
                            .setExpires(clock.instant().plus(LIFETIME).getEpochSecond())
                            .addParam(FORM, form.toString())
                            .addParam(KID, key.kid());
            return Readers.TOLERANT.writeValueAsString(Altcha.createChallenge(options));
        } catch (Exception e) {
            throw new IllegalStateException("This JDK lacks SHA-256 or HMAC", e);
        }
    }

    /** Whether this is the work for this form, and not too old. */
    boolean isDone(@Nullable String sent, UUID form) {
        if (sent == null || sent.length() > LONGEST) {
            return false;
        }
        try {
            String salt =
                    Readers.TOLERANT
                            .readTree(Base64.getDecoder().decode(sent))
                            .path("salt")
                            .asString("");
            Map<String, String> stated = Altcha.extractParams(salt);
            SecretKey key = keys.find(stated.getOrDefault(KID, ""));
            return key != null
                    && form.toString().equals(stated.get(FORM))
                    && clock.instant().getEpochSecond() < Long.parseLong(stated.get(ENDS))
                    && Altcha.verifySolution(sent, derived(key), false);
        } catch (Exception forged) {
            // The library says so of whatever is no proof at all.
            return false;
        }
    }

    /** A key of its own for each purpose (RFC 5869), as text since the library takes no other. */
    private static String derived(SecretKey key) throws GeneralSecurityException {
        byte[] bytes =
                KDF.getInstance("HKDF-SHA256")
                        .deriveData(HKDFParameterSpec.expandOnly(key, PURPOSE, KEY_BYTES));
        return HexFormat.of().formatHex(bytes);
    }
}
