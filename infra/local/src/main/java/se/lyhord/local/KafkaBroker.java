package se.lyhord.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** A Kafka broker (KRaft, one node) in a process of its own on the loopback interface. */
public final class KafkaBroker implements Part {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final Path directory;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private volatile @Nullable ServerProcess server;

    /**
     * @param directory holds the broker's log, made at the first start
     * @param log file that the process's output is appended to
     * @param port port on 127.0.0.1 for clients
     * @param controllerPort port on 127.0.0.1 that the node talks to itself on
     */
    public KafkaBroker(Path directory, Path log, int port, int controllerPort) {
        this.directory = directory.toAbsolutePath();
        this.log = log.toAbsolutePath();
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /**
     * Starts the broker and returns when all topics are there.
     *
     * @throws LocalFailure if it cannot
     */
    @Override
    public void start() {
        Path configuration = configure();
        ServerProcess starting =
                new ServerProcess(
                        "Kafka", java("384m", "kafka.Kafka", configuration), Map.of(), log);
        server = starting;
        starting.start();
        starting.awaitReady(START_LIMIT, () -> Ports.answers(port));
        Topics.make(bootstrapServers());
    }

    /** Lets the broker close its files and stops it. */
    @Override
    public void stop() {
        if (server != null) {
            server.stop(Signal.TERM, STOP_LIMIT);
        }
    }

    /** Stops at once, as a power cut would. */
    @Override
    public void kill() {
        if (server != null) {
            server.kill();
        }
    }

    /** Whether the broker's process runs. */
    @Override
    public boolean isRunning() {
        return server != null && server.isAlive();
    }

    /** Process id of the running broker. */
    @Override
    public long pid() {
        if (server == null) {
            throw new IllegalStateException("Kafka was not started");
        }
        return server.pid();
    }

    @Override
    public String name() {
        return "Kafka";
    }

    /** Address for clients. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Writes the settings and, the first time, the identity of the cluster. */
    private Path configure() {
        Path data = directory.resolve("log");
        Path configuration = directory.resolve("server.properties");
        try {
            Files.createDirectories(data);
            Files.writeString(configuration, settings(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Files.exists(data.resolve("bootstrap.checkpoint"))) {
            format(configuration);
        }
        return configuration;
    }

    private void format(Path configuration) {
        ServerProcess tool =
                new ServerProcess(
                        "Kafka (format)",
                        java(
                                "128m",
                                "kafka.tools.StorageTool",
                                "format",
                                "--ignore-formatted",
                                "-t",
                                Uuid.randomUuid(),
                                "-c",
                                configuration),
                        Map.of(),
                        log);
        tool.start();
        if (!Conditions.within(START_LIMIT, () -> !tool.isAlive())) {
            tool.kill();
            throw new LocalFailure("Kafka's storage could not be made. Its log is " + log + ".");
        }
    }

    private static List<String> java(String heap, String main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-cp",
                        classPath(),
                        main));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    private String settings(Path data) {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@%1$s:%3$d
        listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
        advertised.listeners=PLAINTEXT://%1$s:%2$d
        controller.listener.names=CONTROLLER
        log.dirs=%4$s
        auto.create.topics.enable=false
        num.network.threads=2
        num.io.threads=4
        num.recovery.threads.per.data.dir=2
        offsets.topic.num.partitions=6
        offsets.topic.replication.factor=1
        transaction.state.log.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        group.initial.rebalance.delay.ms=0
        log.segment.bytes=67108864
        log.cleaner.dedupe.buffer.size=8388608
        """
                .formatted(Ports.LOOPBACK, port, controllerPort, data);
    }

    /** Written by the build: the broker's jars are on nobody else's class path. */
    private static String classPath() {
        try (InputStream resource = KafkaBroker.class.getResourceAsStream("broker.classpath")) {
            if (resource == null) {
                throw new LocalFailure("The broker's class path was not built: run mvn package.");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
