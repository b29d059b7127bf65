package se.lyhord.benchmark;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.benchmark.measure.Trend;
import se.lyhord.local.LocalFailure;

/** {@code ./bench soak}. */
@Command(
        name = "soak",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Whether anything grows or slows down under votes that do not end.")
final class Soak implements Callable<Integer> {

    private static final int SHORT_SECONDS = 4;

    @Option(names = "--minutes", defaultValue = "10", description = "Minutes (${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--warm-up",
            defaultValue = "120",
            description = "Seconds of warm-up (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--share",
            defaultValue = "0.8",
            description = "Of the rate measured after the warm-up (${DEFAULT-VALUE}).")
    private double share;

    @Option(names = "--short", description = "See that it works: seconds, and no figure to trust.")
    private boolean brief;

    @Override
    public Integer call() throws Exception {
        if (minutes < Trend.FEWEST || warmUp < 1 || share <= 0) {
            throw new LocalFailure("A soak takes at least five minutes, and a share above 0.");
        }
        Duration window = Duration.ofMinutes(1);
        if (brief) {
            window = Duration.ofSeconds(SHORT_SECONDS);
            minutes = Trend.FEWEST;
            warmUp = SHORT_SECONDS;
        }
        return new Session("soak", 1)
                .run(new SoakBench(window, minutes, Duration.ofSeconds(warmUp), share));
    }
}
