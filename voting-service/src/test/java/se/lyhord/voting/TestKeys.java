package se.lyhord.voting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

    /** The vault's files as a backup would have them that nobody should take. */
    public static Map<String, byte[]> copyOfVault() throws IOException {
        Map<String, byte[]> copy = new TreeMap<>();
        for (String name : names()) {
            copy.put(name, Files.readAllBytes(vault().resolve(name)));
        }
        return copy;
    }

    /** At no moment does the service find no vault, or two. */
    public static void restoreVault(Map<String, byte[]> copy) throws IOException {
        String[] newer = names();
        Arrays.sort(newer);
        for (var file : copy.entrySet()) {
            Files.write(vault().resolve(file.getKey()), file.getValue());
        }
        for (String name : newer) {
            if (!copy.containsKey(name)) {
                Files.delete(vault().resolve(name));
            }
        }
    }

    /** The disk is gone and an empty one is in its place. */
    public static void loseKeys() throws IOException {
        for (String name : names()) {
            Files.delete(vault().resolve(name));
        }
    }

    private static String[] names() {
        return Objects.requireNonNull(
                vault().toFile().list((folder, name) -> name.matches("(root|vault)\\..*")));
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
