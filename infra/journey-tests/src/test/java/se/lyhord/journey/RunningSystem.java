package se.lyhord.journey;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import se.lyhord.local.Folders;
import se.lyhord.local.run.Layout;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.Pace;
import se.lyhord.local.run.Plan;
import se.lyhord.local.run.PortPlan;
import se.lyhord.local.run.Service;
import se.lyhord.local.run.Steps;

/** The whole system, on ports of its own and with no state. */
final class RunningSystem implements AutoCloseable {

    private static final Path CHECKOUT = Path.of("..", "..");

    /** Where it keeps everything it stores. */
    static final Path STATE = Path.of("target", "state");

    private final LocalSystem system;
    private final Chromium chromium;

    /** Starts everything; takes a minute or two, since it records how to start again faster. */
    RunningSystem() {
        Folders.delete(STATE);
        Plan plan =
                new Plan(
                        Layout.sharingApps(CHECKOUT, STATE),
                        PortPlan.random(),
                        Map.of(Service.VOTING, 2),
                        Pace.LOCAL,
                        true);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        this.system = new LocalSystem(plan, new Steps(out, false));
        this.system.start();
        this.system.keepRecordings();
        this.chromium = new Chromium();
    }

    LocalSystem system() {
        return system;
    }

    Chromium chromium() {
        return chromium;
    }

    String site() {
        return system.plan().publicUrl();
    }

    String dashboard() {
        return system.plan().dashboardUrl();
    }

    @Override
    public void close() {
        chromium.close();
        system.close();
    }
}
