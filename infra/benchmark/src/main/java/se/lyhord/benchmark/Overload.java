package se.lyhord.benchmark;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.local.LocalFailure;

/** {@code ./bench overload}. */
@Command(
        name = "overload",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "What happens when more votes come than can be taken.")
final class Overload implements Callable<Integer> {

    private static final int SHORT_SECONDS = 3;

    @Option(
            names = "--duration",
            defaultValue = "15",
            description = "Seconds of each run (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "40",
            description = "Seconds of each warm-up (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--connections",
            defaultValue = "1500",
            description =
                    "How many voters the gateway has at once; it lets 2000 in (${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--short", description = "See that it works: seconds, and no figure to trust.")
    private boolean brief;

    @Override
    public Integer call() throws Exception {
        if (brief) {
            seconds = SHORT_SECONDS;
            warmUp = SHORT_SECONDS;
            rounds = 1;
        }
        if (seconds < 1 || warmUp < 1 || rounds < 1 || connections < 1) {
            throw new LocalFailure("Durations, rounds and connections start at 1.");
        }
        return new Session("overload", 1)
                .run(
                        new OverloadBench(
                                Duration.ofSeconds(warmUp),
                                Duration.ofSeconds(seconds),
                                rounds,
                                connections));
    }
}
