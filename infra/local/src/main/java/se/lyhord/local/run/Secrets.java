package se.lyhord.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets drawn at the first start, each a file of its owner's folder named by its property. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path folder;

    /**
     * @param folder holds a folder for each owner
     */
    public Secrets(Path folder) {
        this.folder = folder;
    }

    /** The folder that Spring reads as a configuration tree. */
    public Path of(String owner) {
        return folder.resolve(owner);
    }

    /** The secret, drawn now if it was not there: 256 bits. */
    public String get(String owner, String name) {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return get(owner, name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** A password that a person can type, for people who exist on this machine only. */
    public String typeable(String owner, String name) {
        return get(owner, name, "ekeby-" + (100_000 + RANDOM.nextInt(900_000)));
    }

    private synchronized String get(String owner, String name, String fresh) {
        Path file = of(owner).resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            Files.createDirectories(
                    of(owner),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, fresh);
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Secrets[redacted]";
    }
}
