package se.lyhord.voting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.keyvault.RotatingKeys;
import se.lyhord.keyvault.SigningKey;

/** The key material a voting service is given, drawn anew for each test run. */
public final class TestKeys {

    public static final Path DIRECTORY = make();
    public static final SigningKey SHRED_ORDERS = signing();

    private TestKeys() {}

    public static Path vault() {
        return DIRECTORY.resolve("vault");
    }

    public static Path voterTokens() {
        return DIRECTORY.resolve("voter-tokens");
    }

    public static Path shredOrderKeys() {
        return DIRECTORY.resolve("shred-order-keys.json");
    }

    private static Path make() {
        try {
            Path directory = Files.createTempDirectory("lyhord-voting");
            Files.createDirectories(directory.resolve("vault"));
            Files.createDirectories(directory.resolve("voter-tokens"));
            RotatingKeys.generate(directory.resolve("voter-tokens"), "t1");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SigningKey signing() {
        try {
            var generated = SigningKey.generate("shred-test");
            PublicKeyHistory.startingWith("shred-test", generated.publicKey())
                    .write(shredOrderKeys());
            return generated.signingKey();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
