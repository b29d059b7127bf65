package se.lyhord.keyvault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * Secret keys that are changed now and then: files {@code <kid>.key}, each 32 random bytes in
 * base64. The last kid in lexical order is used for what is new, all are accepted for what is old;
 * removing a file ends its key. The directory is looked at again after a second, and at once (at
 * most ten times a second) when someone else already uses a kid we have not seen.
 */
public final class RotatingKeys {

    private static final long SECOND = 1_000_000_000;

    private final Path directory;
    private final String algorithm;
    private final AtomicLong lookedAt = new AtomicLong();
    private volatile Keys keys;

    private record Keys(Map<String, Long> files, NavigableMap<String, SecretKey> byKid) {}

    /**
     * A key and its name.
     *
     * @param kid goes with what is made with the key
     * @param key 32 secret bytes
     */
    public record NamedKey(String kid, SecretKey key) {}

    private RotatingKeys(Path directory, String algorithm) throws IOException {
        this.directory = directory;
        this.algorithm = algorithm;
        this.keys = read(stamps());
        this.lookedAt.set(System.nanoTime());
    }

    /**
     * Opens a directory of keys.
     *
     * @param algorithm what the keys are for, as the JDK names it: {@code HmacSHA256}, {@code AES}
     * @throws IOException if it can not be read, holds no key, or a file is not a key
     */
    public static RotatingKeys open(Path directory, String algorithm) throws IOException {
        return new RotatingKeys(directory, algorithm);
    }

    /**
     * Draws a new key and puts it into the directory, where running services find it.
     *
     * @throws IOException if it can not be written
     */
    public static void generate(Path directory, String kid) throws IOException {
        Kids.check(kid);
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path temporary = Files.createTempFile(directory, "new", ".tmp", ownerOnly);
        Files.writeString(temporary, Base64.getEncoder().encodeToString(VaultFormat.randomKey()));
        Files.move(temporary, directory.resolve(kid + ".key"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The key for what is new. */
    public NamedKey newest() {
        lookAgain(SECOND);
        var newest = keys.byKid().lastEntry();
        return new NamedKey(newest.getKey(), newest.getValue());
    }

    /** The key of this name, or null if there is none, or no longer. */
    public @Nullable SecretKey find(String kid) {
        lookAgain(SECOND);
        if (!keys.byKid().containsKey(kid)) {
            lookAgain(SECOND / 10);
        }
        return keys.byKid().get(kid);
    }

    /** Keeps what it has when the directory can not be read or is half written. */
    private void lookAgain(long after) {
        long now = System.nanoTime();
        long last = lookedAt.get();
        if (now - last < after || !lookedAt.compareAndSet(last, now)) {
            return;
        }
        try {
            var stamps = stamps();
            if (!stamps.equals(keys.files())) {
                keys = read(stamps);
            }
        } catch (IOException unreadable) {
            return;
        }
    }

    private Map<String, Long> stamps() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".key"))
                    .collect(
                            Collectors.toMap(
                                    name -> name,
                                    name -> directory.resolve(name).toFile().lastModified()));
        }
    }

    private Keys read(Map<String, Long> stamps) throws IOException {
        var byKid = new TreeMap<String, SecretKey>();
        for (String name : stamps.keySet()) {
            String kid = name.substring(0, name.length() - ".key".length());
            try {
                Kids.check(kid);
                String text = Files.readString(directory.resolve(name)).strip();
                byKid.put(kid, new VaultKey(algorithm, Base64.getDecoder().decode(text)));
            } catch (IllegalArgumentException e) {
                // Without the cause: the decoder's message quotes what it read.
                throw new IOException("Not a key of 32 bytes in base64: " + name);
            }
        }
        if (byKid.isEmpty()) {
            throw new IOException("No key in " + directory.getFileName());
        }
        return new Keys(stamps, byKid);
    }
}
