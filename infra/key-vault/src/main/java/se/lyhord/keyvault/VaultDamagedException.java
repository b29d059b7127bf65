package se.lyhord.keyvault;

/**
 * The vault's newest files do not open. Repeating the call does not help, and nothing older is
 * taken in their place: it may hold a key that has been destroyed. Nothing was deleted or written.
 *
 * <p>An operator brings the very same files back, or deletes {@code root.*} and {@code vault.*} and
 * declares the keys lost; see {@link DeclareLost}.
 */
public final class VaultDamagedException extends VaultUnavailableException {

    private static final long serialVersionUID = 1L;

    VaultDamagedException(String what) {
        super("Key vault is damaged: " + what);
    }
}
