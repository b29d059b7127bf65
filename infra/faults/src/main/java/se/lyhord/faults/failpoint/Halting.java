package se.lyhord.faults.failpoint;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import se.lyhord.local.Conditions;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.Part;

/** One failpoint's way: armed in all instances, reached by one, killed there, started again. */
public final class Halting {

    private static final Duration SEEN_BY_OTHERS = Duration.ofMillis(400);

    private final Failpoint failpoint;
    private final List<Part> instances;
    private final Path folder;
    private final Path halted;

    /**
     * @param instances of the failpoint's service
     * @param folder for notes between the processes
     */
    public Halting(Failpoint failpoint, List<Part> instances, Path folder) {
        this.failpoint = failpoint;
        this.instances = instances;
        this.folder = folder;
        this.halted = folder.toAbsolutePath().resolve(failpoint.name() + ".halted");
    }

    /** Which failpoint. */
    public Failpoint failpoint() {
        return failpoint;
    }

    /** Makes every instance halt there; the first to come does. */
    public void arm() {
        try {
            Path agent = folder.resolve("agent.jar");
            if (!Files.exists(agent)) {
                AgentJar.write(agent);
            }
            Files.deleteIfExists(halted);
            failpoint.order(halted).write(order());
            for (Part instance : instances) {
                attach(instance.pid(), agent.toAbsolutePath(), order().toAbsolutePath());
            }
        } catch (IOException e) {
            throw new LocalFailure(failpoint.name() + " could not be armed: " + e, e);
        }
    }

    /** Makes an instance that was started again halt there too, unless somebody has. */
    public void armAgain(Part instance) {
        try {
            if (instances.contains(instance) && !Files.exists(halted)) {
                Path agent = folder.resolve("agent.jar").toAbsolutePath();
                attach(instance.pid(), agent, order().toAbsolutePath());
            }
        } catch (IOException e) {
            throw new LocalFailure(failpoint.name() + " could not be armed again: " + e, e);
        }
    }

    private Path order() {
        return folder.resolve(failpoint.name() + ".order");
    }

    private static void attach(long pid, Path agent, Path order) throws IOException {
        try {
            VirtualMachine process = VirtualMachine.attach(Long.toString(pid));
            try {
                process.loadAgent(agent.toString(), order.toString());
            } finally {
                process.detach();
            }
        } catch (AttachNotSupportedException
                | AgentLoadException
                | AgentInitializationException e) {
            throw new IOException(e);
        }
    }

    /**
     * Waits for the halt; then kills and starts the process again.
     *
     * @param meanwhile to wait as long as this holds
     * @param restarted takes the part that was killed, once it is ready again
     * @return false if nobody came there
     */
    public boolean killWhereHalted(BooleanSupplier meanwhile, Consumer<Part> restarted)
            throws InterruptedException {
        while (!Files.exists(halted)) {
            if (!meanwhile.getAsBoolean()) {
                return !disarm() && kill(restarted);
            }
            Thread.sleep(50);
        }
        return kill(restarted);
    }

    private boolean kill(Consumer<Part> restarted) throws InterruptedException {
        Thread.sleep(SEEN_BY_OTHERS);
        long pid = Long.parseLong(read());
        Part part =
                instances.stream()
                        .filter(instance -> instance.pid() == pid)
                        .findFirst()
                        .orElseThrow(() -> new LocalFailure(pid + " is not ours."));
        part.kill();
        part.start();
        restarted.accept(part);
        return true;
    }

    /** Nobody is to halt any more; false if somebody just has. */
    private boolean disarm() {
        try {
            Files.writeString(Files.createFile(halted), "nobody");
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new LocalFailure("No note can be made in " + folder + ".", e);
        }
    }

    private String read() {
        try {
            Conditions.within(Duration.ofSeconds(2), () -> halted.toFile().length() > 0);
            return Files.readString(halted);
        } catch (IOException e) {
            throw new LocalFailure("No note can be read in " + folder + ".", e);
        }
    }
}
