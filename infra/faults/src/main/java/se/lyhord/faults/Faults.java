package se.lyhord.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.faults.failpoint.Failpoint;
import se.lyhord.faults.failpoint.Failpoints;
import se.lyhord.faults.load.Supply;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.Layout;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Behind {@code ./faults}: starts the whole system and takes its parts away under votes. */
@Command(
        name = "./faults",
        sortOptions = false,
        mixinStandardHelpOptions = false,
        description = "Kills and freezes parts of a running Lyhörd under votes, and counts.")
public final class Faults implements Callable<Integer> {

    private static final String ALL = "all";
    private static final Supply.Periods PERIODS = new Supply.Periods(90, 240);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path checkout = Path.of(System.getProperty("lyhord.checkout", "."));

    @Option(names = "--rounds", defaultValue = "20", description = "Kills or freezes (20).")
    private int rounds;

    @Option(names = "--seed", defaultValue = "1", description = "Draws the same faults again (1).")
    private long seed;

    @Option(
            names = "--failpoints",
            arity = "0..1",
            fallbackValue = ALL,
            description = "Instead: halt at each named failpoint, or at one, and kill there.")
    private @Nullable String failpoints;

    @Option(names = "--list", description = "Name the failpoints.")
    private boolean list;

    /** Runs the command; exits with 0 if nothing was lost, doubled or left unfinished. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Faults()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Progress progress = new Progress(out);
        if (list) {
            Failpoints.all().forEach(failpoint -> progress.say(failpoint.name()));
            return 0;
        }
        List<Failpoint> chosen = failpoints == null ? List.of() : chosen(failpoints);
        Path target = checkout.resolve("target");
        try (FaultySystem faulty =
                new FaultySystem(new Layout(checkout, target.resolve("faults")), 2, out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(faulty::close, "stop"));
            faulty.start();
            if (failpoints != null) {
                return halt(faulty, chosen, target, progress);
            }
            RandomRun run = new RandomRun(faulty, PERIODS, progress);
            var tally = run.run(rounds, seed);
            write(target, Progress.figures(rounds, tally, run.outcome()));
            run.outcome().findings().forEach(finding -> progress.say("✗ " + finding));
            return run.outcome().findings().isEmpty() ? 0 : 1;
        } catch (LocalFailure e) {
            progress.say("✗ " + e.getMessage());
            return 1;
        }
    }

    private static List<Failpoint> chosen(String name) {
        List<Failpoint> chosen =
                Failpoints.all().stream()
                        .filter(failpoint -> name.equals(ALL) || failpoint.name().equals(name))
                        .toList();
        if (chosen.isEmpty()) {
            throw new LocalFailure("There is no failpoint " + name + ": see ./faults --list.");
        }
        return chosen;
    }

    private static int halt(
            FaultySystem faulty, List<Failpoint> chosen, Path target, Progress progress)
            throws IOException, InterruptedException {
        FailpointRun run = new FailpointRun(faulty, target.resolve("failpoints"), progress);
        run.run(chosen);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("failpoints", chosen.size());
        figures.put("reached", run.reached());
        figures.put("notReached", run.notReached());
        figures.putAll(Progress.figures(run.outcome()));
        write(target, figures);
        figures.forEach((name, value) -> progress.say("%-16s %s".formatted(name, value)));
        run.outcome().findings().forEach(finding -> progress.say("✗ " + finding));
        return run.outcome().findings().isEmpty() && run.notReached().isEmpty() ? 0 : 1;
    }

    private static void write(Path target, Object figures) throws IOException {
        Files.createDirectories(target);
        Files.writeString(
                target.resolve("faults.json"),
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(figures));
    }
}
