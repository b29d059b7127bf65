package se.lyhord.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.test.context.DynamicPropertyRegistry;
import se.lyhord.local.ClusterProfile;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.Ports;
import se.lyhord.local.PostgresCluster;

/**
 * A PostgreSQL cluster of its own, as an ordinary process, whose clock is wrong by as much as a
 * test says: <a href="https://github.com/wolfcw/libfaketime">libfaketime</a> stands between the
 * server and the machine's clock, so everything the server does goes by the wrong one.
 */
public final class WrongClock {

    private final PostgresCluster cluster;
    private final Path file;
    private volatile Duration ahead = Duration.ZERO;

    private WrongClock(PostgresCluster cluster, Path file) {
        this.cluster = cluster;
        this.file = file;
    }

    /**
     * Starts a cluster whose clock is right until it is {@link #set}.
     *
     * @throws LocalFailure if libfaketime is not installed
     */
    public static WrongClock of(ClusterProfile profile) {
        Path folder = TestFolder.make("wrong-clock");
        Path file = folder.resolve("ahead");
        PostgresCluster cluster =
                new PostgresCluster(
                        "PostgreSQL (wrong clock)",
                        folder.resolve("data"),
                        folder.resolve("postgres.log"),
                        Ports.free(),
                        profile,
                        "test-superuser",
                        List.of(
                                "env",
                                "LD_PRELOAD=" + library(),
                                "FAKETIME_TIMESTAMP_FILE=" + file,
                                "FAKETIME_NO_CACHE=1",
                                "FAKETIME_DONT_FAKE_MONOTONIC=1",
                                "NO_FAKE_STAT=1"));
        WrongClock clock = new WrongClock(cluster, file);
        clock.set(Duration.ZERO);
        // Stopped and not killed: the library's shared memory goes only then.
        TestFolder.stopAndDeleteAtExit(cluster::stop, folder);
        cluster.start();
        return clock;
    }

    /** Makes a fresh database in it, as {@link Platform#registerDatabase} does elsewhere. */
    public void registerDatabase(DynamicPropertyRegistry registry, String service) {
        Platform.registerDatabase(registry, service, cluster.provisioning(), cluster::url);
    }

    /** Sets the clock ahead of the machine's, or behind if negative, at once and while it runs. */
    public void set(Duration ahead) {
        try {
            Path next = Files.writeString(file.resolveSibling("next"), offset(ahead));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            this.ahead = ahead;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets the clock so that it shows this instant now, and goes on from there. */
    public void set(Instant shown) {
        set(Duration.between(Instant.now(), shown));
    }

    /** What the cluster's clock shows. */
    public Instant now() {
        return Instant.now().plus(ahead);
    }

    private static String offset(Duration ahead) {
        return String.format(Locale.ROOT, "%+.3f", ahead.toMillis() / 1000.0);
    }

    private static Path library() {
        try (Stream<Path> folders = Files.list(Path.of("/usr/lib"))) {
            return Stream.concat(
                            folders,
                            Stream.of("/usr/lib", "/usr/lib64", "/usr/local/lib").map(Path::of))
                    .map(folder -> folder.resolve("faketime/libfaketime.so.1"))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new LocalFailure(
                                            "libfaketime is missing, which sets a database's clock"
                                                    + " wrong: install it (Debian: apt install"
                                                    + " libfaketime)."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
