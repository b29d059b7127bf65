package se.lyhord.keyvault;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An instance of a vault in a process of its own, told line by line what to do. */
final class VaultProcess implements AutoCloseable {

    static final ShredOrderKeys ANY = (kid, message, signature) -> true;
    static final byte[] MESSAGE = {1};

    private final Process process;
    private final BufferedWriter to;
    private final BufferedReader from;

    private VaultProcess(Process process) {
        this.process = process;
        this.to = process.outputWriter();
        this.from = process.inputReader();
    }

    static VaultProcess start(Path directory, Duration lease) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new VaultProcess(
                new ProcessBuilder(
                                java,
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                VaultProcess.class.getName(),
                                directory.toString(),
                                lease.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    static ShredOrder order(UUID petition) {
        return new ShredOrder(petition, 1, "", "", new byte[0]);
    }

    void say(String command) throws IOException {
        to.write(command + "\n");
        to.flush();
    }

    /** The next line; null when the process is gone. */
    @Nullable String hear() throws IOException {
        return from.readLine();
    }

    @Nullable String ask(String command) throws IOException {
        say(command);
        return hear();
    }

    /** Stops it where it is, as a paused virtual machine is. */
    void freeze() throws Exception {
        signal("-STOP");
        Path stat = Path.of("/proc/" + process.pid() + "/stat");
        while (!Files.readString(stat).replaceFirst(".*\\) ", "").startsWith("T")) {
            Thread.sleep(1);
        }
    }

    void thaw() throws Exception {
        signal("-CONT");
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws Exception {
        // Not through the process itself, which would throw away what it has said last.
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        process.waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        kill();
    }

    private void signal(String signal) throws Exception {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    public static void main(String[] args) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in));
        try (var vault = FileVault.open(Path.of(args[0]), ANY, Duration.parse(args[1]))) {
            System.out.println("ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                UUID petition = UUID.fromString(words[1]);
                switch (words[0]) {
                    case "create" -> System.out.println(vault.create(petition));
                    case "shred" -> System.out.println(vault.shred(order(petition)).generation());
                    case "hmac" -> System.out.println(text(vault.hmac(petition, MESSAGE)));
                    case "use" -> use(vault, petition);
                    case "churn" -> churn(vault);
                    default -> throw new IllegalArgumentException(line);
                }
            }
        }
    }

    static String text(Hmac hmac) {
        return hmac instanceof Hmac.Mac(byte[] bytes)
                ? HexFormat.of().formatHex(bytes)
                : hmac.getClass().getSimpleName();
    }

    /** Computes until it may not any more; tells when the last computation began, and the rest. */
    private static void use(FileVault vault, UUID petition) {
        System.out.println("using");
        long last = 0;
        long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
        int macs = 0;
        String refusal = "none";
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            Hmac hmac = vault.hmac(petition, MESSAGE);
            if (hmac instanceof Hmac.Mac) {
                last = began;
                macs++;
            } else if (refusal.equals("none")) {
                refusal = text(hmac);
                end = System.nanoTime() + Duration.ofMillis(300).toNanos();
            }
        }
        System.out.println(refusal + " " + last + " " + macs);
    }

    /** Creates and shreds for ever, each time telling afterwards what it has done. */
    private static void churn(FileVault vault) {
        while (true) {
            UUID kept = UUID.randomUUID();
            vault.create(kept);
            System.out.println("created " + kept + " " + text(vault.hmac(kept, MESSAGE)));
            UUID gone = UUID.randomUUID();
            vault.create(gone);
            vault.shred(order(gone));
            System.out.println("shredded " + gone);
        }
    }
}
