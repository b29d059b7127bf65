package se.lyhord.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import se.lyhord.local.Folders;

/** Temporary folders of servers that live as long as the JVM. */
final class TestFolder {

    private TestFolder() {}

    /** Open to look through, since PostgreSQL may run as another user. */
    static Path make(String name) {
        try {
            Path folder = Files.createTempDirectory("lyhord-" + name);
            return Files.setPosixFilePermissions(
                    folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void stopAndDeleteAtExit(Runnable stop, Path folder) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    stop.run();
                                    Folders.delete(folder);
                                }));
    }
}
