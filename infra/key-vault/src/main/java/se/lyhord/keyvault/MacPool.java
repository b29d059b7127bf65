package se.lyhord.keyvault;

import java.security.GeneralSecurityException;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Mac objects kept for reuse, since looking one up costs more than an HMAC of a short message. None
 * keeps a key: after use it is initialised with zeros, which overwrites the key's pads in place.
 */
public final class MacPool {

    private static final String HMAC_SHA_256 = "HmacSHA256";
    private static final VaultKey BLANK = VaultKey.hmacSha256(new byte[VaultKey.LENGTH]);

    private final ArrayBlockingQueue<Mac> idle = new ArrayBlockingQueue<>(64);

    /** HMAC-SHA-256 (RFC 2104) of a message, 32 bytes. */
    public byte[] mac(SecretKey key, byte[] message) {
        try {
            Mac mac = idle.poll();
            if (mac == null) {
                mac = Mac.getInstance(HMAC_SHA_256);
            }
            mac.init(key);
            byte[] result = mac.doFinal(message);
            mac.init(BLANK);
            mac.doFinal(); // over the last result, which the hash's state would keep
            idle.offer(mac);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks HMAC-SHA-256", e);
        }
    }
}
