package se.lyhord.restoredrill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.faults.FaultySystem;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.Layout;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Behind {@code ./restore-drill}: puts old copies back after a close. */
@Command(
        name = "./restore-drill",
        sortOptions = false,
        mixinStandardHelpOptions = false,
        description = "Puts old copies back after a close, and looks what came back with them.")
public final class RestoreDrill implements Callable<Integer> {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path checkout = Path.of(System.getProperty("lyhord.checkout", "."));

    @Option(names = "--short", description = "The six most telling combinations only.")
    private boolean few;

    @Option(names = "--seconds", defaultValue = "60", description = "How long voting lasts (60).")
    private int seconds;

    /** Runs the command; exits with 0 if all holds that must. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new RestoreDrill()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path target = checkout.resolve("target");
        try (FaultySystem system =
                new FaultySystem(new Layout(checkout, target.resolve("restore-drill")), 1, out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
            system.start();
            Drill drill = new Drill(system, seconds, out::println);
            drill.close();
            out.println(Row.head());
            List<Row> rows = new ArrayList<>();
            for (Combination put : few ? Combination.telling() : Combination.all()) {
                rows.add(drill.putBack(put));
                write(target, rows);
            }
            return rows.stream().allMatch(row -> row.holds()) ? 0 : 1;
        } catch (LocalFailure e) {
            out.println("✗ " + e.getMessage());
            return 1;
        }
    }

    private static void write(Path target, List<Row> rows) throws IOException {
        Files.createDirectories(target);
        Files.writeString(
                target.resolve("restore-drill.json"),
                JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(
                                Map.of("combinations", rows.stream().map(Row::figures).toList())));
    }
}
