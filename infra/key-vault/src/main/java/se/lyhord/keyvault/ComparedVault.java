package se.lyhord.keyvault;

import java.util.Set;
import java.util.UUID;

/**
 * A vault whose keys are not used, and in which none is created, before it was found to agree with
 * what has been told of it. An empty or older one would otherwise give a petition a second key, and
 * everybody a second vote, or use a key that is certified to be destroyed.
 *
 * <p>Destroying keys and declaring them lost is possible at any time: it is what sets an older
 * vault right.
 */
public final class ComparedVault implements KeyVault {

    private final KeyVault vault;
    private volatile boolean agreed;

    /** Closes the vault when closed. */
    public ComparedVault(KeyVault vault) {
        this.vault = vault;
    }

    /**
     * Compares the vault; once it has agreed it may be used from then on.
     *
     * @param told read before this call, so that what is created meanwhile is in the vault only
     * @throws VaultUnavailableException if the vault can not be read
     */
    public Comparison compare(KeysTold told) {
        Comparison comparison = Comparison.of(vault, told);
        if (comparison.agrees()) {
            agreed = true;
        }
        return comparison;
    }

    /** Whether the vault may be used. */
    public boolean hasAgreed() {
        return agreed;
    }

    @Override
    public Creation create(UUID petition) {
        requireAgreed();
        return vault.create(petition);
    }

    @Override
    public Hmac hmac(UUID petition, byte[] message) {
        requireAgreed();
        return vault.hmac(petition, message);
    }

    @Override
    public Shredding shred(ShredOrder order) {
        return vault.shred(order);
    }

    @Override
    public Loss declareLost(UUID petition) {
        return vault.declareLost(petition);
    }

    @Override
    public boolean holds(UUID petition) {
        return vault.holds(petition);
    }

    @Override
    public Set<UUID> tombstones() {
        return vault.tombstones();
    }

    @Override
    public Set<UUID> lost() {
        return vault.lost();
    }

    @Override
    public long generation() {
        return vault.generation();
    }

    @Override
    public String kind() {
        return vault.kind();
    }

    @Override
    public void close() {
        vault.close();
    }

    private void requireAgreed() {
        if (!agreed) {
            throw new VaultUnavailableException(
                    "Key vault does not yet agree with what was told of it");
        }
    }
}
