package se.lyhord.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's own programs, unpacked once from the jar that carries them. */
final class PostgresBinaries {

    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");

    private PostgresBinaries() {}

    /**
     * The folder that holds {@code bin/postgres}, unpacked below the given folder if it is not
     * there.
     *
     * @throws LocalFailure if there are no programs for this machine
     */
    static Path unpacked(Path cache) {
        String architecture = System.getProperty("os.arch");
        String archive = ARCHIVES.get(architecture);
        if (archive == null) {
            throw new LocalFailure(
                    "There is no PostgreSQL for this machine's architecture " + architecture + ".");
        }
        Path home = cache.resolve("postgresql-" + fingerprint(archive));
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            unpack(archive, cache, home);
        }
        return home;
    }

    private static void unpack(String archive, Path cache, Path home) {
        try (InputStream resource = open(archive)) {
            Files.createDirectories(cache);
            Path fresh =
                    Files.createTempDirectory(
                            cache,
                            "unpacking",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwxr-xr-x")));
            extract(new TarArchiveInputStream(new XZCompressorInputStream(resource)), fresh);
            try {
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException e) {
                if (!Files.isExecutable(home.resolve("bin/postgres"))) {
                    throw e;
                }
                Folders.delete(fresh); // another process was first
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked to " + home, e);
        }
    }

    private static void extract(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (!file.startsWith(target)) {
                throw new IOException("Entry outside of its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(file);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(file.getParent());
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(file.getParent());
                Files.copy(tar, file);
                boolean executable = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        file,
                        PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    /** Tells releases apart without a version number to keep in step: a checksum of the archive. */
    private static String fingerprint(String archive) {
        try (InputStream resource = open(archive)) {
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(resource.readAllBytes());
            return Long.toHexString(crc.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String archive) {
        InputStream resource = PostgresBinaries.class.getResourceAsStream(archive);
        if (resource == null) {
            throw new LocalFailure("PostgreSQL's programs are not on the class path: " + archive);
        }
        return resource;
    }
}
