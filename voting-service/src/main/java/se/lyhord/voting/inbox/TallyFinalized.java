package se.lyhord.voting.inbox;

import java.util.Base64;
import java.util.UUID;
import se.lyhord.keyvault.ShredOrder;

/** The final tally, signed: the order to shred. */
record TallyFinalized(UUID petitionId, long count, String digest, String kid, String signature) {

    /** Whether this is the tally of what was told at the fence. */
    boolean isFor(BallotBoxFenced fenced) {
        return fenced.cut() == count && fenced.digest().equals(digest);
    }

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
