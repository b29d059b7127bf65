package se.lyhord.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The mail server for trying things out, in a process of its own; keeps mails until it stops. */
public final class MailboxServer implements Part {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final String MAIN = "se.lyhord.local.mailbox.Mailbox";

    private final ServerProcess process;
    private final int smtpPort;
    private final int pagePort;

    /**
     * @param state folder of the system that it belongs to, by which it is recognised
     * @param log file that its output is appended to
     * @param smtpPort port on 127.0.0.1 that takes mails
     * @param pagePort port on 127.0.0.1 of the page that shows them
     */
    public MailboxServer(Path state, Path log, int smtpPort, int pagePort) {
        this.smtpPort = smtpPort;
        this.pagePort = pagePort;
        this.process = new ServerProcess(name(), command(state), Map.of(), log);
    }

    /** Starts it and returns when it takes mails and shows its page. */
    @Override
    public void start() {
        process.start();
        process.awaitReady(START_LIMIT, () -> Ports.answers(smtpPort) && Ports.answers(pagePort));
    }

    @Override
    public void stop() {
        process.stop(Signal.TERM, STOP_LIMIT);
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public boolean isRunning() {
        return process.isAlive();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public String name() {
        return "Mailbox";
    }

    /** Whether a process with these arguments is one. */
    public static boolean isOne(List<String> arguments) {
        return arguments.contains(MAIN);
    }

    private List<String> command(Path state) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "-Dlyhord.mailbox=" + state + "/",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classes() + ":" + classPath(),
                MAIN,
                Integer.toString(smtpPort),
                Integer.toString(pagePort));
    }

    /** Where this very class was loaded from. */
    private static Path classes() {
        try {
            return Path.of(
                    MailboxServer.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Written by the build: the mail server's jars are on nobody else's class path. */
    private static String classPath() {
        try (InputStream resource = MailboxServer.class.getResourceAsStream("mailbox.classpath")) {
            if (resource == null) {
                throw new LocalFailure("The mailbox's class path was not built: run mvn package.");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
