package se.lyhord.keyvault;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What the vault holds is no longer known: an fsync or the test after a shredding failed. */
final class VaultBrokenException extends IOException {

    private static final long serialVersionUID = 1L;

    VaultBrokenException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
