package se.lyhord.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import se.lyhord.local.Conditions;
import se.lyhord.local.Folders;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.ServerProcess;

/** A service's built jar, unpacked, since that starts twice as fast. */
record App(Layout layout, Service service) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** The Java that runs the launcher runs the services too. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Unpacks the jar unless it was unpacked before and has not changed since. */
    void prepare() {
        Path jar = layout.jar(service);
        if (!Files.exists(jar)) {
            throw new LocalFailure(
                    service.module() + " is not built: " + jar + " is missing. Run mvn package.");
        }
        Path target = layout.app(service);
        Path mark = target.resolve("unpacked-from");
        try {
            String fingerprint = Files.size(jar) + " " + Files.getLastModifiedTime(jar);
            if (Files.exists(mark) && Files.readString(mark).equals(fingerprint)) {
                return;
            }
            Folders.delete(target);
            Files.createDirectories(target);
            unpack(jar, target);
            Files.writeString(mark, fingerprint);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void unpack(Path jar, Path target) {
        ServerProcess tool =
                new ServerProcess(
                        service.module() + " (unpacking)",
                        List.of(
                                java(),
                                "-XX:TieredStopAtLevel=1",
                                "-Djarmode=tools",
                                "-jar",
                                jar.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                target.toString()),
                        Map.of(),
                        layout.log(service.module()));
        tool.start();
        boolean ended = Conditions.within(LIMIT, () -> !tool.isAlive());
        if (!ended || !Files.exists(target.resolve(jar.getFileName()))) {
            tool.kill();
            throw new LocalFailure(
                    jar + " could not be unpacked. What was said is in " + tool.log() + ".");
        }
    }
}
