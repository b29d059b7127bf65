package se.lyhord.benchmark;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.local.LocalFailure;

/** {@code ./bench rolling}. */
@Command(
        name = "rolling",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Whether voters notice that the voting service is restarted.")
final class Rolling implements Callable<Integer> {

    private static final double SHORT_RATE = 50;

    @Option(
            names = "--rate",
            defaultValue = "200",
            description = "Votes a second (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "How often each of the two instances is restarted (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--short", description = "See that it works: one restart of each, few votes.")
    private boolean brief;

    @Override
    public Integer call() throws Exception {
        if (brief) {
            rate = SHORT_RATE;
            rounds = 1;
        }
        if (rate < 1 || rounds < 1) {
            throw new LocalFailure("Rate and rounds start at 1.");
        }
        return new Session("rolling", 2).run(new RollingBench(rate, rounds));
    }
}
