package se.lyhord.gateway.pseudonym;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.lyhord.gateway.eligibility.PersonalIdentityNumber;
import se.lyhord.keyvault.Hmac;
import se.lyhord.keyvault.KeyVault;
import se.lyhord.keyvault.MacPool;
import se.lyhord.keyvault.RotatingKeys;
import se.lyhord.keyvault.VaultUnavailableException;

/**
 * Turns a person into a pseudonym on one petition, and the pseudonym into a token for the voting
 * service. The number goes no further than this class.
 */
@Component
public class VoterTokens {

    /** How long a token is good for. */
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private static final String PURPOSE = "voter/v1";

    private final KeyVault vault;
    private final RotatingKeys tokenKeys;
    private final Clock clock;
    private final MacPool macs = new MacPool();

    VoterTokens(KeyVault vault, RotatingKeys voterTokenKeys, Clock clock) {
        this.vault = vault;
        this.tokenKeys = voterTokenKeys;
        this.clock = clock;
    }

    /**
     * A token for this person on this petition.
     *
     * @return null if the petition has no key: not yet, or no longer
     * @throws VaultUnavailableException if the vault can not be read now
     */
    public @Nullable VoterToken issue(UUID petition, PersonalIdentityNumber person) {
        return switch (vault.hmac(petition, message(petition, person.digits()))) {
            case Hmac.Mac mac -> sign(petition, new VoterPseudonym(mac.bytes()));
            case Hmac.Unknown unknown -> null;
            case Hmac.Shredded shredded -> null;
            case Hmac.Lost lost -> null;
        };
    }

    /** Unambiguous: a fixed beginning, then each part with its length before it. */
    static byte[] message(UUID petition, String digits) {
        byte[] purpose = PURPOSE.getBytes(StandardCharsets.US_ASCII);
        byte[] id = petition.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] number = digits.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(purpose.length + 2 * Integer.BYTES + id.length + number.length)
                .put(purpose)
                .putInt(id.length)
                .put(id)
                .putInt(number.length)
                .put(number)
                .array();
    }

    VoterToken sign(UUID petition, VoterPseudonym pseudonym) {
        RotatingKeys.NamedKey key = tokenKeys.newest();
        String signed =
                "v1."
                        + key.kid()
                        + "."
                        + petition
                        + "."
                        + clock.instant().plus(LIFETIME).getEpochSecond()
                        + "."
                        + pseudonym.base64();
        byte[] code = macs.mac(key.key(), signed.getBytes(StandardCharsets.US_ASCII));
        return new VoterToken(
                signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code));
    }
}
