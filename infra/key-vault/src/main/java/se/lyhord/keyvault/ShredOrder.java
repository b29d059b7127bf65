package se.lyhord.keyvault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The order to destroy a petition's keys: its final tally, signed by the tally projector.
 *
 * @param petition whose keys are to go
 * @param count the final number of votes
 * @param digest SHA-256 of the tracker list, in lower-case hexadecimal
 * @param kid names the signing key
 * @param signature Ed25519 (RFC 8032) over {@link #bytesToSign}
 */
@SuppressWarnings("ArrayRecordComponent")
public record ShredOrder(UUID petition, long count, String digest, String kid, byte[] signature) {

    /** The signed form: unambiguous lines, and a first one that no other signature begins with. */
    public static byte[] bytesToSign(UUID petition, long count, String digest) {
        return ("lyhord/shred-order/v1\n" + petition + "\n" + count + "\n" + digest + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The signed form of this order. */
    public byte[] bytesToSign() {
        return bytesToSign(petition, count, digest);
    }
}
