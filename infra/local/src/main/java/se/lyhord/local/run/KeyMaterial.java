package se.lyhord.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.keyvault.RotatingKeys;
import se.lyhord.keyvault.SigningKey;

/** Keys that services share or sign with, drawn at the first start. */
record KeyMaterial(Path folder) {

    private static final String FIRST = "0001";

    /** Makes what is missing. */
    void provide() {
        try {
            makePrivate(vault(Service.VOTING));
            makePrivate(vault(Service.GATEWAY));
            rotating(voterToken());
            rotating(session());
            Files.createDirectories(shredOrderKeys().getParent());
            signing("shred-order");
            signing("certificate");
            Files.copy(
                    signing().resolve("shred-order-keys.json"),
                    shredOrderKeys(),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Keys could not be made in " + folder, e);
        }
    }

    /** Per-petition keys of one service. */
    Path vault(Service service) {
        return folder.resolve("vault-" + service.module());
    }

    /**
     * Shared by the gateway, which seals voter tokens, and the voting service, which opens them.
     */
    Path voterToken() {
        return folder.resolve("voter-token");
    }

    /** Seals the citizens' session cookie. */
    Path session() {
        return folder.resolve("session");
    }

    /** The tally projector's signing keys and their published histories. */
    Path signing() {
        return folder.resolve("signing");
    }

    /** What the order to shred is verified with. */
    Path shredOrderKeys() {
        return folder.resolve("public").resolve("shred-order-keys.json");
    }

    private static void rotating(Path directory) throws IOException {
        makePrivate(directory);
        if (!Files.exists(directory.resolve(FIRST + ".key"))) {
            RotatingKeys.generate(directory, FIRST);
        }
    }

    private void signing(String purpose) throws IOException {
        makePrivate(signing());
        Path secret = signing().resolve(purpose + ".key.pem");
        Path history = signing().resolve(purpose + "-keys.json");
        if (!Files.exists(history)) {
            Files.deleteIfExists(secret);
            String kid = purpose + "-" + FIRST;
            SigningKey.Generated generated = SigningKey.generate(kid);
            generated.signingKey().write(secret);
            PublicKeyHistory.startingWith(kid, generated.publicKey()).write(history);
        }
    }

    private static void makePrivate(Path directory) throws IOException {
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
