package se.lyhord.gateway.pseudonym;

import java.util.Base64;

/** One person on one petition, under the petition's secret key. Never stored, never written out. */
final class VoterPseudonym {

    private final byte[] bytes;

    /** Takes over the 32 bytes. */
    VoterPseudonym(byte[] bytes) {
        this.bytes = bytes;
    }

    String base64() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "VoterPseudonym[redacted]";
    }
}
