package se.lyhord.local.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import se.lyhord.local.Conditions;
import se.lyhord.local.Folders;
import se.lyhord.local.KafkaBroker;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.ServerProcess;

/** Keycloak unpacked, with our provider and realms, and built once for fast starts. */
final class KeycloakDistribution {

    private static final Duration BUILD_LIMIT = Duration.ofSeconds(240);
    private static final List<String> BUILD =
            List.of(
                    "build",
                    "--db=postgres",
                    "--health-enabled=true",
                    "--features-disabled=persistent-user-sessions,account,account-api,"
                            + "logout-all-sessions,impersonation,device-flow,ciba,kerberos,"
                            + "organization,token-exchange-standard,identity-brokering-api,"
                            + "user-event-metrics,workflows,twitter-broker");

    private final Path cache;
    private final Path log;

    /**
     * @param cache holds the unpacked distribution, shared by all checkouts of this user
     */
    KeycloakDistribution(Path cache, Path log) {
        this.cache = cache;
        this.log = log;
    }

    /** The home of a Keycloak that is ready to start, prepared now if need be. */
    Path prepared(Consumer<String> progress) {
        try {
            Path provider = providerJar();
            Path home = cache.resolve("keycloak-" + fingerprint(provider));
            Path done = home.resolve("built-for-lyhord");
            if (Files.exists(done)) {
                return home;
            }
            Files.createDirectories(cache);
            // Two checkouts may start at the same time.
            try (FileChannel channel =
                            FileChannel.open(
                                    cache.resolve("keycloak.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock ignored = channel.lock()) {
                if (!Files.exists(done)) {
                    Folders.delete(home);
                    unpack(home, progress);
                    Files.copy(
                            provider,
                            home.resolve("providers").resolve("lyhord.jar"),
                            StandardCopyOption.REPLACE_EXISTING);
                    Realms.write(Files.createDirectories(home.resolve("data/import")));
                    progress.accept("building");
                    build(home);
                    Files.createFile(done);
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be unpacked to " + cache, e);
        }
    }

    private void build(Path home) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin/kc.sh").toString());
        command.addAll(BUILD);
        ServerProcess build =
                new ServerProcess(
                        "Keycloak (build)",
                        command,
                        Map.of("JAVA_HOME", System.getProperty("java.home")),
                        log);
        build.start();
        boolean ended = Conditions.within(BUILD_LIMIT, () -> !build.isAlive());
        if (!ended || build.exitCode() != 0) {
            build.kill();
            throw new LocalFailure("Keycloak could not be built. What it said is in " + log + ".");
        }
    }

    private static void unpack(Path home, Consumer<String> progress) throws IOException {
        try (ZipFile zip = new ZipFile(distribution().toFile())) {
            int total = zip.size();
            int count = 0;
            for (Enumeration<? extends ZipEntry> entries = zip.entries();
                    entries.hasMoreElements(); ) {
                unpack(zip, entries.nextElement(), home);
                count++;
                if (count % (total / 4) == 0) {
                    progress.accept("unpacking, %d %%".formatted(100 * count / total));
                }
            }
        }
        Files.setPosixFilePermissions(
                home.resolve("bin/kc.sh"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path home) throws IOException {
        String name = entry.getName();
        String inside = name.substring(name.indexOf('/') + 1);
        Path file = home.resolve(inside).normalize();
        if (!file.startsWith(home)) {
            throw new IOException("Entry outside of its folder: " + name);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, file);
        }
    }

    /** Written by the build, which also downloads it. */
    private static Path distribution() throws IOException {
        try (InputStream resource = KafkaBroker.class.getResourceAsStream("keycloak.path")) {
            if (resource == null) {
                throw new LocalFailure("Keycloak's place was not noted: run mvn package.");
            }
            return Path.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    /** Found by a file in it: its classes can be loaded in Keycloak only. */
    private static Path providerJar() throws IOException {
        URL inside = KeycloakDistribution.class.getResource("/test-identities.json");
        if (inside != null && inside.openConnection() instanceof JarURLConnection jar) {
            return Path.of(URI.create(jar.getJarFileURL().toString()));
        }
        throw new LocalFailure("Keycloak's provider is not packed: run mvn package.");
    }

    private static String fingerprint(Path provider) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(Files.readAllBytes(provider));
        crc.update(BUILD.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
