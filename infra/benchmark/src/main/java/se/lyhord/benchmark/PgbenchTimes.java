package se.lyhord.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import se.lyhord.benchmark.measure.Latencies;

/** Reads the times that pgbench has logged: the third column, in microseconds. */
final class PgbenchTimes {

    private static final int TIME = 2;
    private static final long NANOS_PER_MICRO = 1_000;

    private PgbenchTimes() {}

    /** Reads and deletes what was logged under a prefix; a wrapper may have changed the pid. */
    static Latencies read(Path likely, Path prefix) throws IOException {
        Latencies latencies = new Latencies();
        Path log = Files.exists(likely) ? likely : find(prefix);
        try (Stream<String> lines = Files.lines(log)) {
            lines.forEach(
                    line -> latencies.add(NANOS_PER_MICRO * Long.parseLong(line.split(" ")[TIME])));
        }
        Files.delete(log);
        return latencies;
    }

    private static Path find(Path prefix) throws IOException {
        try (Stream<Path> files = Files.list(prefix.getParent())) {
            return files.filter(file -> file.toString().startsWith(prefix + "."))
                    .findFirst()
                    .orElseThrow(() -> new IOException("pgbench has logged no times"));
        }
    }
}
