package se.lyhord.voting.ballot;

import java.util.Arrays;

/**
 * The salted hash of a voter's pseudonym: names the voter's stream within one ballot box. It leaves
 * this service in no form. Ordered by its bytes, so that groups are written in hash order.
 */
public final class VoterHash implements Comparable<VoterHash> {

    /** Length in bytes. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    /**
     * @param bytes 32 bytes
     * @throws IllegalArgumentException if there are more or fewer
     */
    public VoterHash(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A voter hash has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    /** The bytes, for the vote table alone. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(VoterHash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VoterHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "VoterHash[redacted]";
    }
}
