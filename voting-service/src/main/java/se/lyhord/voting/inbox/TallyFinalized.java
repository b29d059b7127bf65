package se.lyhord.voting.inbox;

import java.util.Base64;
import java.util.UUID;
import se.lyhord.keyvault.ShredOrder;

/** The final tally, signed: the order to shred. */
record TallyFinalized(UUID petitionId, long count, String digest, String kid, String signature) {

    /**
     * The order, as the vault takes it.
     *
     * @throws IllegalArgumentException if the signature is not base64url
     */
    ShredOrder order() {
        return new ShredOrder(
                petitionId, count, digest, kid, Base64.getUrlDecoder().decode(signature));
    }
}
