package se.lyhord.local.run;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.lyhord.local.Conditions;
import se.lyhord.local.Folders;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.ServerProcess;

/** The command behind {@code ./run}. */
@Command(
        name = "./run",
        sortOptions = false,
        description = "Builds and starts the whole of Lyhörd on this machine. Ctrl-C ends it.")
public final class Run implements Callable<Integer> {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    @Option(names = "--fresh", description = "Forget the state and start anew.")
    private boolean fresh;

    @Option(names = "--empty", description = "Start without the demo petitions.")
    private boolean empty;

    @Option(
            names = "--scale",
            paramLabel = "SERVICE=N",
            description = "Start several instances of a service, such as voting-service=2.")
    private Map<String, Integer> scale = new LinkedHashMap<>();

    @Option(
            names = "--public-port",
            defaultValue = "8080",
            description = "Port of the citizens' pages (${DEFAULT-VALUE}).")
    private int publicPort;

    @Option(
            names = "--dashboard-port",
            defaultValue = "8090",
            description = "Port of the staff's dashboard (${DEFAULT-VALUE}).")
    private int dashboardPort;

    @Option(names = "--stop", description = "Stop what runs, in reverse order.")
    private boolean stop;

    private final Layout layout;
    private final Steps steps;

    private Run(Layout layout, Steps steps) {
        this.layout = layout;
        this.steps = steps;
    }

    /** Runs the command; the script gives the checkout as a system property. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Console console = System.console();
        Steps steps = new Steps(out, console != null && console.isTerminal());
        Path checkout = Path.of(System.getProperty("lyhord.checkout", "."));
        Layout layout = new Layout(checkout, checkout.resolve(".run"));
        CommandLine command =
                new CommandLine(new Run(layout, steps))
                        .setOut(new PrintWriter(out, true))
                        .setExecutionExceptionHandler(
                                (failure, line, parsed) -> explain(failure, steps));
        System.exit(command.execute(arguments));
    }

    private static int explain(Exception failure, Steps steps) {
        if (failure instanceof LocalFailure) {
            steps.say("✗ " + failure.getMessage());
        } else {
            failure.printStackTrace(System.err);
        }
        return 1;
    }

    @Override
    public Integer call() {
        Leftovers leftovers = new Leftovers(layout.state());
        if (stop) {
            return stop(leftovers);
        }
        leftovers
                .launcher()
                .ifPresent(
                        other -> {
                            throw new LocalFailure(
                                    "Lyhörd runs already (process %d): ./run --stop ends it."
                                            .formatted(other.pid()));
                        });
        leftovers.end(name -> steps.say("  Left over from a run that was killed, ended: " + name));
        if (fresh) {
            forget();
        }
        run();
        return 0;
    }

    private void run() {
        Plan plan =
                new Plan(
                        layout,
                        PortPlan.usual(publicPort, dashboardPort),
                        Scale.parse(scale),
                        Pace.LOCAL,
                        true);
        Preconditions.check(plan);
        long start = System.nanoTime();
        steps.say("Lyhörd starts. What each part says is in .run/logs/.");
        try (LocalSystem system = new LocalSystem(plan, steps)) {
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
            system.start();
            if (!empty) {
                fill(system);
            }
            Greeting.lines(plan, system.secrets()).forEach(steps::say);
            steps.say("Ready after %.0f s.".formatted((System.nanoTime() - start) / 1e9));
            Thread.ofPlatform().daemon().start(system::keepRecordings);
            watch(system);
        }
    }

    /** Without its demo petitions the system is of use all the same. */
    private void fill(LocalSystem system) {
        try {
            new DemoContent(system, steps).provide();
        } catch (LocalFailure e) {
            steps.say(
                    "  Demo petitions are missing: %s The next start tries again."
                            .formatted(e.getMessage()));
        }
    }

    /** Until somebody ends us; a part that ends by itself is told once. */
    private void watch(LocalSystem system) {
        Map<String, Boolean> told = new LinkedHashMap<>();
        while (true) {
            for (ServerProcess part : system.ended()) {
                if (told.put(part.name(), true) == null) {
                    steps.say("✗ %s has ended. See %s.".formatted(part.name(), part.log()));
                }
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private int stop(Leftovers leftovers) {
        leftovers
                .launcher()
                .ifPresentOrElse(
                        launcher ->
                                steps.step(
                                        "Stopping Lyhörd",
                                        progress -> {
                                            launcher.destroy();
                                            Conditions.within(
                                                    STOP_LIMIT, () -> !launcher.isAlive());
                                        }),
                        () -> steps.say("Lyhörd does not run here."));
        leftovers.end(name -> steps.say("  Left over, ended: " + name));
        return 0;
    }

    private void forget() {
        for (String part :
                new String[] {
                    "postgres-main", "postgres-votes", "kafka", "secrets", "keys", "config", "demo"
                }) {
            Folders.delete(layout.state().resolve(part));
        }
    }
}
