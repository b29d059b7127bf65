package se.lyhord.keyvault;

import org.jspecify.annotations.Nullable;

/**
 * The vault could not be reached, read or written. The call may be repeated, unless the vault is
 * broken: then every later call fails too, until the process has been restarted.
 */
public sealed class VaultUnavailableException extends RuntimeException
        permits VaultDamagedException {

    private static final long serialVersionUID = 1L;

    VaultUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    VaultUnavailableException(String message) {
        super(message);
    }
}
