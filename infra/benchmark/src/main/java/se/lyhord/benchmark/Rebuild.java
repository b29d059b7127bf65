package se.lyhord.benchmark;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.local.LocalFailure;

/** {@code ./bench rebuild}. */
@Command(
        name = "rebuild",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "How long the tally-projector takes to read its topics anew.")
final class Rebuild implements Callable<Integer> {

    private static final int SHORT_PETITIONS = 3;

    @Option(
            names = "--petitions",
            defaultValue = "100",
            description = "Open petitions (${DEFAULT-VALUE}).")
    private int petitions;

    @Option(
            names = "--closed",
            defaultValue = "5",
            description = "Certified petitions (${DEFAULT-VALUE}).")
    private int closed;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--short", description = "See that it works: one round of few petitions.")
    private boolean brief;

    @Override
    public Integer call() throws Exception {
        if (brief) {
            petitions = SHORT_PETITIONS;
            closed = 1;
            rounds = 1;
        }
        if (petitions < 1 || closed < 1 || rounds < 1) {
            throw new LocalFailure("Petitions and rounds start at 1.");
        }
        return new Session("rebuild", 1).run(new RebuildBench(petitions, closed, rounds));
    }
}
