package se.lyhord.voting.ballot;

/**
 * The gateway's keyed hash of petition and person, as a voter token carries it. Never stored; the
 * voter hash is computed from it and it is forgotten.
 */
public final class VoterPseudonym {

    /** Length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    /**
     * @param bytes 32 bytes
     * @throws IllegalArgumentException if there are more or fewer
     */
    public VoterPseudonym(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A pseudonym has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    /** The bytes, to be hashed in the vault and nowhere else. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "VoterPseudonym[redacted]";
    }
}
