package se.lyhord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that the local system keeps things in. */
public final class Folders {

    private Folders() {}

    /** Where unpacked programs are kept between runs and between checkouts. */
    public static Path cache(UnprivilegedUser user) {
        if (user == UnprivilegedUser.NOBODY) {
            return Path.of("/var/tmp/lyhord"); // the home of root is closed to others
        }
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches =
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(configured);
        return caches.resolve("lyhord");
    }

    /** Deletes a folder with all it holds; one that is not there is no error. */
    public static void delete(Path folder) {
        try {
            List<Path> entries;
            try (Stream<Path> walk = Files.walk(folder)) {
                entries = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path entry : entries) {
                Files.deleteIfExists(entry);
            }
        } catch (NoSuchFileException e) {
            // nothing to delete
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
