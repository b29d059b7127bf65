package se.lyhord.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.Layout;

/** {@code ./bench votes}. */
@Command(
        name = "votes",
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "How fast votes are taken, beside the database's own benchmark.")
final class Votes implements Callable<Integer> {

    private static final int SHORT_SECONDS = 2;

    @Option(
            names = "--duration",
            defaultValue = "20",
            description = "Seconds of each run (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "45",
            description = "Seconds of each warm-up (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--concurrency",
            split = ",",
            defaultValue = "64,256",
            description = "Connections at the same time (${DEFAULT-VALUE}).")
    private List<Integer> concurrency = List.of();

    @Option(
            names = "--instances",
            defaultValue = "1",
            description = "Instances of the voting service (${DEFAULT-VALUE}).")
    private int instances;

    @Option(
            names = "--petitions",
            defaultValue = "50",
            description = "Petitions voted on (${DEFAULT-VALUE}).")
    private int petitions;

    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "reference,direct,gateway,fullPath",
            description = "What to measure (${DEFAULT-VALUE}).")
    private List<String> parts = List.of();

    @Option(
            names = "--logins",
            defaultValue = "40",
            description = "Votes of each run of the full path (${DEFAULT-VALUE}).")
    private int logins;

    @Option(names = "--short", description = "See that it works: seconds, and no figure to trust.")
    private boolean brief;

    @Option(
            names = "--profile",
            description = "Record gateway and voting service with JFR into target/bench.")
    private boolean profile;

    @Override
    public Integer call() throws Exception {
        if (brief) {
            seconds = SHORT_SECONDS;
            warmUp = SHORT_SECONDS;
            rounds = 1;
            petitions = 3;
            logins = 4;
        }
        if (seconds < 1
                || warmUp < 1
                || rounds < 1
                || petitions < 1
                || concurrency.stream().anyMatch(n -> n < 1)) {
            throw new LocalFailure("Durations, rounds, petitions and connections start at 1.");
        }
        Path checkout = Path.of(System.getProperty("lyhord.checkout", "."));
        Path folder = checkout.resolve("target").resolve("bench");
        var machine = Machine.describe();
        VotesPlan plan =
                new VotesPlan(
                        Duration.ofSeconds(warmUp),
                        Duration.ofSeconds(seconds),
                        rounds,
                        concurrency,
                        petitions,
                        parts.stream().map(Votes::part).toList(),
                        logins,
                        profile);
        Results results;
        try (BenchSystem system =
                new BenchSystem(new Layout(checkout, folder.resolve("state")), instances)) {
            results = new VotesBench(system, plan, folder).run();
        }
        Report report = new Report(results, machine);
        report.print(System.out);
        report.write(folder.resolve("votes.json"));
        System.out.println("\nThe same is in target/bench/votes.json.");
        return results.checksHold() ? 0 : 1;
    }

    private static Part part(String written) {
        for (Part part : Part.values()) {
            if (part.toString().equals(written)) {
                return part;
            }
        }
        throw new LocalFailure("There is no part " + written + ": see ./bench votes --help.");
    }
}
