package se.lyhord.gateway.inbox;

import java.util.Base64;
import java.util.UUID;
import se.lyhord.keyvault.ShredOrder;

/**
 * The final tally, signed: the order to shred.
 *
 * @param digest SHA-256 of the tracker list, lower-case hexadecimal
 * @param kid names the signing key
 * @param signature Ed25519, base64url without padding
 */
public record TallyFinalized(
        UUID petitionId, long count, String digest, String kid, String signature) {

    /**
     * As the vault verifies it.
     *
     * @throws IllegalArgumentException if the signature is no base64url
     */
    ShredOrder order() {
        return new ShredOrder(
                petitionId, count, digest, kid, Base64.getUrlDecoder().decode(signature));
    }
}
