package se.lyhord.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.local.LocalFailure;

/** {@code ./bench pages}. */
@Command(
        name = "pages",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "How fast pages and counts are read while people vote.")
final class Pages implements Callable<Integer> {

    private static final int SHORT_SECONDS = 2;

    @Option(
            names = "--duration",
            defaultValue = "10",
            description = "Seconds of each run (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "20",
            description = "Seconds of each warm-up (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--concurrency",
            split = ",",
            defaultValue = "16,64",
            description = "Connections at the same time (${DEFAULT-VALUE}).")
    private List<Integer> concurrency = List.of();

    @Option(names = "--short", description = "See that it works: seconds, and no figure to trust.")
    private boolean brief;

    @Override
    public Integer call() throws Exception {
        if (brief) {
            seconds = SHORT_SECONDS;
            warmUp = SHORT_SECONDS;
            rounds = 1;
        }
        if (seconds < 1 || warmUp < 1 || rounds < 1 || concurrency.stream().anyMatch(n -> n < 1)) {
            throw new LocalFailure("Durations, rounds and connections start at 1.");
        }
        Path folder =
                Path.of(System.getProperty("lyhord.checkout", "."))
                        .resolve("target")
                        .resolve("bench")
                        .resolve("pages");
        return new Session("pages", 1)
                .run(
                        new PagesBench(
                                folder,
                                Nginx.program(),
                                Duration.ofSeconds(warmUp),
                                Duration.ofSeconds(seconds),
                                rounds,
                                concurrency));
    }
}
