package se.lyhord.keyvault;

import java.security.GeneralSecurityException;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Mac;

/**
 * Mac objects kept for reuse, since looking one up costs more than an HMAC of a short message. None
 * keeps a key: after use it is initialised with zeros, which overwrites the key's pads in place.
 */
final class MacPool {

    private static final VaultKey BLANK = VaultKey.hmacSha256(new byte[VaultKey.LENGTH]);

    private final ArrayBlockingQueue<Mac> idle = new ArrayBlockingQueue<>(64);

    byte[] mac(VaultKey key, byte[] message) {
        try {
            Mac mac = idle.poll();
            if (mac == null) {
                mac = Mac.getInstance(key.getAlgorithm());
            }
            mac.init(key);
            byte[] result = mac.doFinal(message);
            mac.init(BLANK);
            idle.offer(mac);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks HMAC-SHA-256", e);
        }
    }
}
