package se.lyhord.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One server in a process of its own, its output appended to one log file. */
public final class ServerProcess {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private final String name;
    private final Supplier<List<String>> command;
    private final Map<String, String> environment;
    private final Path log;
    private volatile @Nullable Process process;

    /**
     * @param name for messages, such as "Kafka"
     * @param command program and arguments
     * @param environment added to a small inherited one
     * @param log file that output is appended to
     */
    public ServerProcess(
            String name, List<String> command, Map<String, String> environment, Path log) {
        this(name, () -> command, environment, log);
    }

    /**
     * With a command that may be another at each start.
     *
     * @param name for messages, such as "Kafka"
     * @param command program and arguments
     * @param environment added to a small inherited one
     * @param log file that output is appended to
     */
    public ServerProcess(
            String name,
            Supplier<List<String>> command,
            Map<String, String> environment,
            Path log) {
        this.name = name;
        this.command = command;
        this.environment = Map.copyOf(environment);
        this.log = log;
    }

    /** Starts the process; returns at once. */
    public void start() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder =
                    new ProcessBuilder(inSessionOfItsOwn())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .redirectErrorStream(true);
            builder.environment().keySet().removeIf(ServerProcess::wouldChangeServers);
            builder.environment().putAll(environment);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " could not be started", e);
        }
    }

    /** Ctrl-C reaches the launcher only, which then stops its servers in order. */
    private List<String> inSessionOfItsOwn() {
        List<String> whole = new ArrayList<>();
        whole.add("setsid");
        whole.addAll(command.get());
        return whole;
    }

    /** A person's own settings for other programs must not reach the servers. */
    private static boolean wouldChangeServers(String variable) {
        return variable.startsWith("SPRING_")
                || variable.startsWith("SERVER_")
                || variable.startsWith("PG")
                || variable.startsWith("KAFKA_")
                || variable.startsWith("KC_")
                || variable.equals("JAVA_TOOL_OPTIONS");
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The operating system's id of the process. */
    public long pid() {
        return started().pid();
    }

    /** What the process said at its end; 0 is success. */
    public int exitCode() {
        return started().exitValue();
    }

    /** Where its output is. */
    public Path log() {
        return log;
    }

    /** What it is called in messages. */
    public String name() {
        return name;
    }

    /**
     * Waits until the server is ready.
     *
     * @throws LocalFailure if it ends first or takes longer than the limit
     */
    public void awaitReady(Duration limit, BooleanSupplier ready) {
        boolean settled =
                Conditions.within(limit, BETWEEN_LOOKS, () -> !isAlive() || ready.getAsBoolean());
        if (!isAlive()) {
            throw new LocalFailure(
                    name + " ended while starting. What it said last is in " + log + ".");
        }
        if (!settled) {
            throw new LocalFailure(
                    name
                            + " was not ready within "
                            + limit.toSeconds()
                            + " s. What it said last is in "
                            + log
                            + ".");
        }
    }

    /** Asks the process to end with a signal, and kills it if it has not ended within the limit. */
    public void stop(Signal signal, Duration limit) {
        if (!isAlive()) {
            return;
        }
        signal.send(pid());
        if (!ended(limit)) {
            kill();
        }
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() {
        if (isAlive()) {
            List<ProcessHandle> descendants = started().descendants().toList();
            started().destroyForcibly();
            descendants.forEach(ProcessHandle::destroyForcibly);
            ended(KILL_LIMIT);
        }
    }

    private boolean ended(Duration limit) {
        try {
            return started().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Process started() {
        if (process == null) {
            throw new IllegalStateException(name + " was not started");
        }
        return process;
    }
}
