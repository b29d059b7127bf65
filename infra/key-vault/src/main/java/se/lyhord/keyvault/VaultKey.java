package se.lyhord.keyvault;

import java.util.Arrays;
import javax.crypto.SecretKey;

/** Thirty-two secret bytes that can be overwritten; the JDK's SecretKeySpec can not. */
final class VaultKey implements SecretKey {

    private static final long serialVersionUID = 1L;
    static final int LENGTH = 32;

    private final String algorithm;
    private final byte[] bytes;
    private boolean destroyed;

    /** Takes over the array: who gave it must not keep it. */
    VaultKey(String algorithm, byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A key has " + LENGTH + " bytes");
        }
        this.algorithm = algorithm;
        this.bytes = bytes;
    }

    static VaultKey hmacSha256(byte[] bytes) {
        return new VaultKey("HmacSHA256", bytes);
    }

    static VaultKey aes(byte[] bytes) {
        return new VaultKey("AES", bytes);
    }

    @Override
    public String getAlgorithm() {
        return algorithm;
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    /** A copy, as the interface asks; whoever takes it overwrites it, as the JDK's Mac does. */
    @Override
    public byte[] getEncoded() {
        // A wrong hash would be worse than none: a zeroed key must never be used by mistake.
        if (destroyed) {
            throw new IllegalStateException("Key has been destroyed");
        }
        return bytes.clone();
    }

    @Override
    public void destroy() {
        destroyed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    @Override
    public String toString() {
        return "VaultKey[redacted]";
    }
}
