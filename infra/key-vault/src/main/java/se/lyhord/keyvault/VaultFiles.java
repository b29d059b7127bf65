package se.lyhord.keyvault;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Every operation of the file vault on its directory, one method each and nothing besides, so that
 * a test can record them and replay a crash between any two.
 */
class VaultFiles {

    // A file lock belongs to the whole process, so vaults of one process need a lock among them.
    private static final ConcurrentHashMap<Path, ReentrantLock> IN_PROCESS =
            new ConcurrentHashMap<>();

    private final Path directory;

    VaultFiles(Path directory) throws IOException {
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(directory, ownerOnly);
        this.directory = directory.toRealPath();
    }

    /** The names of the files in the directory. */
    Set<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }

    /** The file's length, or 0 if there is none: one system call, nothing read. */
    long length(String name) {
        return new File(directory.toFile(), name).length();
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(directory.resolve(name));
    }

    /** Writes a new file, or a file anew, readable by its owner only; not yet durable. */
    void write(String name, byte[] bytes) throws IOException {
        Set<OpenOption> options =
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
        var ownerOnly =
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = FileChannel.open(directory.resolve(name), options, ownerOnly)) {
            writeAll(channel, bytes);
        }
    }

    /** Writes over the first bytes of a file where they lie; not yet durable. */
    void overwrite(String name, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(directory.resolve(name), StandardOpenOption.WRITE)) {
            writeAll(channel, bytes);
        }
    }

    /**
     * Makes a file's content durable.
     *
     * @throws VaultBrokenException if it may not be: the system may have forgotten what it could
     *     not write, so asking again would prove nothing
     */
    void sync(String name) throws IOException {
        try (var channel = FileChannel.open(directory.resolve(name), StandardOpenOption.WRITE)) {
            force(channel, name);
        }
    }

    /** Makes the directory's names durable; throws as {@link #sync} does. */
    void syncDirectory() throws IOException {
        try (var channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            force(channel, "its directory");
        }
    }

    void rename(String from, String to) throws IOException {
        Files.move(
                directory.resolve(from),
                directory.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    void delete(String name) throws IOException {
        try {
            Files.delete(directory.resolve(name));
        } catch (NoSuchFileException alreadyGone) {
            return;
        }
    }

    /** Waits until no other thread, instance or process holds the vault, and holds it. */
    Held lock() throws IOException {
        ReentrantLock inProcess =
                IN_PROCESS.computeIfAbsent(directory, path -> new ReentrantLock());
        inProcess.lock();
        try {
            var channel =
                    FileChannel.open(
                            directory.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            channel.lock();
            // Closing the channel gives the file lock back.
            return () -> {
                try {
                    channel.close();
                } finally {
                    inProcess.unlock();
                }
            };
        } catch (IOException | RuntimeException e) {
            inProcess.unlock();
            throw e;
        }
    }

    private static void writeAll(FileChannel channel, byte[] bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    private static void force(FileChannel channel, String what) throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw new VaultBrokenException("Could not make " + what + " durable", e);
        }
    }

    /** A held lock. */
    interface Held extends AutoCloseable {
        @Override
        void close() throws IOException;
    }
}
