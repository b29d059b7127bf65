package se.lyhord.keyvault;

import java.util.Set;
import java.util.UUID;

/**
 * Secret keys, one for each petition, that can be created, used and truly destroyed.
 *
 * <p>Creating and using are separate: using a key never makes one, so a shredded petition can not
 * silently get a new key. Every implementation passes {@code KeyVaultConformance}.
 */
public interface KeyVault extends AutoCloseable {

    /**
     * Draws a key for a petition, unless it has one or has had one. When this returns the key is
     * durable.
     *
     * @throws VaultUnavailableException if the vault can not be reached or written
     */
    Creation create(UUID petition);

    /**
     * HMAC-SHA-256 of a message under the petition's key (RFC 2104).
     *
     * <p>An instance that has been paused asks the vault anew before it uses a key again.
     *
     * @throws VaultUnavailableException if the vault can not be reached or read
     */
    Hmac hmac(UUID petition, byte[] message);

    /**
     * Destroys the petition's key for good. Idempotent: a second call gives the first one's answer.
     * A petition without a key is marked as shredded all the same, so that it never gets one.
     *
     * <p>Returns only when no other instance can use a key it had cached, so the caller may
     * announce the shredding at once. This takes about as long as the lease: 15 seconds unless
     * configured.
     *
     * @throws ShredOrderRefusedException if the order's signature does not verify; nothing was
     *     destroyed
     * @throws VaultUnavailableException if the vault can not be reached or written
     */
    Shredding shred(ShredOrder order);

    /**
     * Records for good that a petition's key is gone without an order, as after the loss of a disk:
     * the petition never gets another, since with a second key everybody could vote a second time.
     * The vault's generation grows by one. Idempotent.
     *
     * <p>Returns only when no other instance can use a key it had cached, as {@link #shred} does.
     *
     * @throws VaultUnavailableException if the vault can not be reached or written
     */
    Loss declareLost(UUID petition);

    /** Whether the petition has a living key. */
    boolean holds(UUID petition);

    /**
     * The petitions whose keys have been destroyed. To announce one of them again, call {@link
     * #shred} with its order: that waits, when it must, for leases still running.
     */
    Set<UUID> tombstones();

    /** The petitions whose keys have been declared lost. */
    Set<UUID> lost();

    /** The vault's generation: grows by one with every key destroyed or declared lost. */
    long generation();

    /** The kind of vault, as named in the closing certificate, such as {@code file}. */
    String kind();

    /** Forgets every cached key. The keys themselves stay in the vault. */
    @Override
    void close();
}
