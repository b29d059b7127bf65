package se.lyhord.keyvault;

/**
 * The vault could not be reached, read or written. The call may be repeated, unless the vault is
 * broken: then every later call fails too, until the process has been restarted.
 */
public final class VaultUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    VaultUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    VaultUnavailableException(String message) {
        super(message);
    }
}
