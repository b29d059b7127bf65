package se.lyhord.benchmark;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.local.LocalFailure;

/** {@code ./bench close}. */
@Command(
        name = "close",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "How long it takes from the end of a large vote to its certificate.")
final class Close implements Callable<Integer> {

    private static final long SHORT_VOTES = 5_000;
    private static final long FILLED_A_SECOND = 8_000;
    private static final long MORE_SECONDS = 30;

    @Option(
            names = "--votes",
            defaultValue = "1000000",
            description = "Votes in the box (${DEFAULT-VALUE}).")
    private long votes;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--period",
            description = "Seconds a box is open while it is filled (30 and one for 8000 votes).")
    private long period;

    @Option(names = "--short", description = "See that it works: one round of few votes.")
    private boolean brief;

    @Override
    public Integer call() throws Exception {
        if (brief) {
            votes = SHORT_VOTES;
            rounds = 1;
        }
        if (votes < 1 || rounds < 1 || period < 0) {
            throw new LocalFailure("Votes and rounds start at 1.");
        }
        long seconds = period > 0 ? period : MORE_SECONDS + votes / FILLED_A_SECOND;
        return new Session("close", 1)
                .run(new CloseBench(votes, rounds, Duration.ofSeconds(seconds)));
    }
}
