package se.lyhord.forensics;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.run.Layout;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Behind {@code ./forensics}. */
@Command(
        name = "./forensics",
        sortOptions = false,
        mixinStandardHelpOptions = false,
        description = "Lets people vote, and searches everything that is stored for them.")
public final class Forensics implements Callable<Integer> {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path checkout = Path.of(System.getProperty("lyhord.checkout", "."));

    @Option(names = "--voters", defaultValue = "600", description = "How many vote (600).")
    private int voters;

    @Option(names = "--over", defaultValue = "180", description = "Seconds of voting (180).")
    private int over;

    @Option(names = "--period", defaultValue = "360", description = "Seconds it is open (360).")
    private int period;

    @Option(names = "--keep", description = "Keep what was seized, to look at it.")
    private boolean keep;

    /** Runs the command; exits with 0 if nobody was found. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Forensics()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path target = checkout.resolve("target");
        Path folder = target.resolve("forensics");
        try (Investigation investigation =
                new Investigation(
                        new Layout(checkout, folder.resolve("state")),
                        folder.resolve("evidence"),
                        out)) {
            Runtime.getRuntime().addShutdownHook(new Thread(investigation::close, "stop"));
            Findings findings =
                    investigation.run(voters, Duration.ofSeconds(over), Duration.ofSeconds(period));
            Files.writeString(
                    target.resolve("forensics.json"),
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(findings.figures()));
            if (!keep) {
                investigation.forget();
            }
            findings.table().forEach(out::println);
            findings.problems().forEach(problem -> out.println("✗ " + problem));
            return findings.problems().isEmpty() ? 0 : 1;
        } catch (LocalFailure e) {
            out.println("✗ " + e.getMessage());
            return 1;
        }
    }
}
