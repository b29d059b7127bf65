package se.lyhord.local.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.lyhord.local.Conditions;
import se.lyhord.local.MailboxServer;
import se.lyhord.local.Signal;

/**
 * Processes of a state folder, found by what they were started with: they are there however their
 * launcher ended, and no other process is taken for one of them.
 */
public final class Leftovers {

    /** What the launcher itself is recognised by. */
    static final String LAUNCHER = "lyhord.launcher";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path state;

    /** One process; those that others stand on have the higher rank. */
    private record Part(ProcessHandle process, String name, int rank, Signal signal) {}

    /**
     * @param state the folder that the processes keep their state in
     */
    public Leftovers(Path state) {
        this.state = state;
    }

    /** The launcher of this state folder, if one runs besides ourselves. */
    public Optional<ProcessHandle> launcher() {
        String mark = "-D" + LAUNCHER + "=" + state;
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> arguments(process.pid()).contains(mark))
                .findFirst();
    }

    /**
     * Ends what a killed run has left, in reverse order of starting.
     *
     * @param told takes the name of each part that is ended
     */
    public void end(Consumer<String> told) {
        List<Part> parts =
                ProcessHandle.allProcesses()
                        .filter(process -> process.pid() != ProcessHandle.current().pid())
                        .flatMap(this::part)
                        .sorted(Comparator.comparingInt(Part::rank))
                        .toList();
        for (Part part : parts) {
            told.accept(part.name());
            part.signal().send(part.process().pid());
            if (!Conditions.within(LIMIT, () -> !part.process().isAlive())) {
                part.process().destroyForcibly();
                Conditions.within(LIMIT, () -> !part.process().isAlive());
            }
        }
    }

    private Stream<Part> part(ProcessHandle process) {
        List<String> arguments = arguments(process.pid());
        if (arguments.isEmpty()) {
            return Stream.empty();
        }
        String program = String.valueOf(Path.of(arguments.getFirst()).getFileName());
        boolean ours = arguments.stream().anyMatch(argument -> argument.contains(state + "/"));
        if (!ours || arguments.contains("-D" + LAUNCHER + "=" + state)) {
            return Stream.empty();
        }
        return switch (program) {
            case "postgres" -> Stream.of(new Part(process, "PostgreSQL", 3, Signal.INT));
            case "java" -> Stream.of(java(process, arguments));
            default -> Stream.empty();
        };
    }

    private static Part java(ProcessHandle process, List<String> arguments) {
        if (arguments.contains("kafka.Kafka")) {
            return new Part(process, "Kafka", 2, Signal.TERM);
        }
        if (arguments.contains("io.quarkus.bootstrap.runner.QuarkusEntryPoint")) {
            return new Part(process, "Keycloak", 1, Signal.TERM);
        }
        if (MailboxServer.isOne(arguments)) {
            return new Part(process, "Mailbox", 1, Signal.TERM);
        }
        return new Part(process, "a service", 0, Signal.TERM);
    }

    private static List<String> arguments(long pid) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return List.of(new String(line, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            return List.of(); // it has ended, or is nobody's business
        }
    }
}
