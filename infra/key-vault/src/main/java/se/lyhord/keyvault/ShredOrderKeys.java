package se.lyhord.keyvault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The public keys that orders to shred are verified with. */
@FunctionalInterface
public interface ShredOrderKeys {

    /** Whether the signature over the message was made with the key of this kid. */
    boolean verifies(String kid, byte[] message, byte[] signature);

    /**
     * The keys in a published history, read anew for every order: an order is rare, and a key added
     * since the start must not block a close.
     *
     * @throws UncheckedIOException on use, if the file can not be read
     */
    static ShredOrderKeys in(Path historyFile) {
        return (kid, message, signature) -> {
            try {
                return PublicKeyHistory.read(historyFile).verifies(kid, message, signature);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
