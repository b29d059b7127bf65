package se.lyhord.tally.config;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.keyvault.SigningKey;

/**
 * The keys this service signs with: one for orders to shred, one for certificates. A key that is
 * lost is replaced by its published successor and a restart.
 */
@Component
public class Signers {

    private final SigningKey shredOrder;
    private final SigningKey certificate;
    private final PublicKeyHistory certificateKeys;

    /**
     * Reads both keys and their histories.
     *
     * @throws IOException if one is missing or not in its history: the service must not start
     */
    public Signers(@Value("${lyhord.signing.directory}") Path directory) throws IOException {
        var orderKeys = PublicKeyHistory.read(directory.resolve("shred-order-keys.json"));
        shredOrder = SigningKey.read(directory.resolve("shred-order.key.pem"), orderKeys);
        certificateKeys = PublicKeyHistory.read(directory.resolve("certificate-keys.json"));
        certificate = SigningKey.read(directory.resolve("certificate.key.pem"), certificateKeys);
    }

    /** Signs orders to shred. */
    public SigningKey shredOrder() {
        return shredOrder;
    }

    /** Signs closing certificates. */
    public SigningKey certificate() {
        return certificate;
    }

    /** The public keys certificates are verified with. */
    public PublicKeyHistory certificateKeys() {
        return certificateKeys;
    }
}
