package se.lyhord.forensics.attack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How a person becomes a voter hash; published, so no secret to an attacker. */
public final class Derivation {

    private final byte[] beginning;
    private final Mac pseudonymMac;
    private final Mac hashMac;

    /**
     * @param pseudonymKey 32 bytes, the right ones or not
     * @param salt 32 bytes, the right ones or not
     */
    public Derivation(UUID petition, byte[] pseudonymKey, byte[] salt) {
        byte[] purpose = "voter/v1".getBytes(StandardCharsets.US_ASCII);
        byte[] id = petition.toString().getBytes(StandardCharsets.US_ASCII);
        this.beginning =
                ByteBuffer.allocate(purpose.length + Integer.BYTES + id.length)
                        .put(purpose)
                        .putInt(id.length)
                        .put(id)
                        .array();
        this.pseudonymMac = mac(pseudonymKey);
        this.hashMac = mac(salt);
    }

    /** Of a personnummer or samordningsnummer of twelve digits. */
    public byte[] pseudonym(String digits) {
        byte[] number = digits.getBytes(StandardCharsets.US_ASCII);
        pseudonymMac.update(beginning);
        pseudonymMac.update(ByteBuffer.allocate(Integer.BYTES).putInt(number.length).array());
        return pseudonymMac.doFinal(number);
    }

    /** Of a pseudonym, or of whatever else is tried. */
    public byte[] voterHash(byte[] pseudonym) {
        return hashMac.doFinal(pseudonym);
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks HMAC-SHA-256", e);
        }
    }
}
