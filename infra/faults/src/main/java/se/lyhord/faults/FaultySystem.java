package se.lyhord.faults;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.lyhord.local.Folders;
import se.lyhord.local.Part;
import se.lyhord.local.run.Layout;
import se.lyhord.local.run.Leftovers;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.Pace;
import se.lyhord.local.run.Plan;
import se.lyhord.local.run.PortPlan;
import se.lyhord.local.run.Service;
import se.lyhord.local.run.Steps;

/** The whole system, on ports of its own and with no state. */
public final class FaultySystem implements AutoCloseable {

    private final LocalSystem system;

    /**
     * @param layout whose state is emptied first, but for unpacked programs
     * @param votingInstances of the voting service
     * @param out where to show the start
     */
    public FaultySystem(Layout layout, int votingInstances, PrintStream out) {
        Steps steps = new Steps(out, false);
        new Leftovers(layout.state()).end(name -> steps.say("  Left over, ended: " + name));
        forget(layout.state());
        this.system =
                new LocalSystem(
                        new Plan(
                                layout,
                                PortPlan.random(),
                                Map.of(Service.VOTING, votingInstances),
                                Pace.LOCAL,
                                true),
                        steps);
    }

    private static void forget(Path state) {
        for (String part :
                List.of(
                        "postgres-main",
                        "postgres-votes",
                        "kafka",
                        "secrets",
                        "keys",
                        "config",
                        "logs")) {
            Folders.delete(state.resolve(part));
        }
    }

    /** Starts everything; takes a minute or two, since it records how to start again faster. */
    public void start() {
        system.start();
        system.keepRecordings();
    }

    /** What runs. */
    public LocalSystem system() {
        return system;
    }

    /** Everything that is taken away: all but Keycloak, which is not ours. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (Service service : Service.values()) {
            parts.addAll(system.instances(service));
        }
        parts.add(system.kafka());
        parts.add(system.mainCluster());
        parts.add(system.voteCluster());
        return parts;
    }

    @Override
    public void close() {
        system.close();
    }
}
