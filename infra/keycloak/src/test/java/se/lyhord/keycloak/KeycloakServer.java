package se.lyhord.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The real Keycloak of the distribution, with this module's provider and realms, on free ports. */
final class KeycloakServer implements AutoCloseable {

    static final String GATEWAY = "http://localhost:1";
    static final String CLIENT_SECRET = "secret-of-the-gateway";
    private static final String DISABLED =
            "persistent-user-sessions,account,account-api,logout-all-sessions,impersonation,"
                    + "device-flow,ciba,kerberos,organization,token-exchange-standard,"
                    + "identity-brokering-api,user-event-metrics,workflows,twitter-broker";

    private final Path home;
    private final Path log;
    private final int port = freePort();
    private final int managementPort = freePort();
    private Process process;

    private KeycloakServer(Path home) {
        this.home = home;
        this.log = home.resolve("keycloak.log");
    }

    static KeycloakServer start(Path target) throws Exception {
        Path home = target.resolve("keycloak-under-test");
        delete(home);
        unpack(Path.of(System.getProperty("keycloak.distribution")), home);
        packProvider(target.resolve("classes"), home.resolve("providers/keycloak-provider.jar"));
        KeycloakServer server = new KeycloakServer(home);
        server.writeRealms(target.resolve("classes/realms"));
        server.build();
        server.run();
        return server;
    }

    String url() {
        return "http://localhost:" + port;
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Reads the database of a stopped server, with the driver that wrote it. */
    Connection openDatabase() throws Exception {
        try (Stream<Path> jars = Files.list(home.resolve("lib/lib/main"))) {
            Path jar =
                    jars.filter(path -> path.getFileName().toString().startsWith("com.h2database"))
                            .findFirst()
                            .orElseThrow();
            URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
            Driver h2 = (Driver) loader.loadClass("org.h2.Driver").getConstructor().newInstance();
            Properties login = new Properties();
            login.put("user", "sa");
            login.put("password", "password");
            return Objects.requireNonNull(
                    h2.connect("jdbc:h2:file:" + home.resolve("data/h2/keycloakdb"), login));
        }
    }

    void stop() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null && process.isAlive()) {
            stop();
        }
    }

    private void writeRealms(Path realms) throws IOException {
        Path imports = Files.createDirectories(home.resolve("data/import"));
        for (String realm : List.of("citizens", "master", "local/eid-test")) {
            String name = realm.replace("local/", "");
            Files.copy(realms.resolve(realm + ".json"), imports.resolve(name + "-realm.json"));
        }
        ObjectMapper json = new ObjectMapper();
        ObjectNode staff = (ObjectNode) json.readTree(realms.resolve("staff.json").toFile());
        JsonNode demo = json.readTree(realms.resolve("local/staff-demo.json").toFile());
        demo.properties()
                .forEach(
                        field -> {
                            if (field.getValue() instanceof ArrayNode more) {
                                staff.withArrayProperty(field.getKey()).addAll(more);
                            }
                        });
        json.writeValue(imports.resolve("staff-realm.json").toFile(), staff);
    }

    private void build() throws Exception {
        Process build =
                keycloak(
                                "build",
                                "--db=dev-file",
                                "--health-enabled=true",
                                "--features-disabled=" + DISABLED)
                        .start();
        if (build.waitFor() != 0) {
            throw new IllegalStateException("Keycloak's build failed:\n" + log());
        }
    }

    private void run() throws Exception {
        ProcessBuilder start =
                keycloak(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--hostname=" + url(),
                        "--http-management-host=127.0.0.1",
                        "--http-management-port=" + managementPort,
                        "--log-level=info,org.keycloak.events:off");
        String eid = url() + "/realms/eid-test";
        start.environment().putAll(secrets());
        start.environment().putAll(Map.of("KC_DB_USERNAME", "sa", "KC_DB_PASSWORD", "password"));
        start.environment()
                .putAll(
                        Map.of(
                                "LYHORD_KEYCLOAK_URL",
                                url(),
                                "LYHORD_GATEWAY_URL",
                                GATEWAY,
                                "LYHORD_DASHBOARD_URL",
                                "http://localhost:2",
                                "LYHORD_EID_ISSUER",
                                eid,
                                "LYHORD_EID_AUTHORIZATION_URL",
                                eid + "/protocol/openid-connect/auth",
                                "LYHORD_EID_TOKEN_URL",
                                eid + "/protocol/openid-connect/token",
                                "LYHORD_EID_JWKS_URL",
                                eid + "/protocol/openid-connect/certs",
                                "LYHORD_EID_LOGOUT_URL",
                                eid + "/protocol/openid-connect/logout",
                                "LYHORD_EID_CLIENT_ID",
                                "lyhord"));
        process = start.start();
        awaitReady();
    }

    private static Map<String, String> secrets() {
        return Map.of(
                "LYHORD_EID_CLIENT_SECRET", "secret-of-the-broker",
                "LYHORD_GATEWAY_CLIENT_SECRET", CLIENT_SECRET,
                "LYHORD_DASHBOARD_CLIENT_SECRET", "secret-of-the-dashboard",
                "LYHORD_MODERATION_CLIENT_SECRET", "secret-of-moderation",
                "LYHORD_TALLY_CLIENT_SECRET", "secret-of-tally",
                "LYHORD_DEMO_CLIENT_SECRET", "secret-of-the-demo",
                "LYHORD_DEMO_STAFF_PASSWORD", "password-of-staff");
    }

    private void awaitReady() throws Exception {
        URI ready = URI.create("http://127.0.0.1:" + managementPort + "/health/ready");
        Instant giveUp = Instant.now().plus(Duration.ofSeconds(120));
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (Instant.now().isBefore(giveUp) && process.isAlive()) {
                try {
                    HttpRequest ask = HttpRequest.newBuilder(ready).build();
                    if (http.send(ask, HttpResponse.BodyHandlers.discarding()).statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // Not listening yet.
                }
                Thread.sleep(250);
            }
        }
        throw new IllegalStateException("Keycloak did not start:\n" + log());
    }

    private ProcessBuilder keycloak(String... arguments) {
        ProcessBuilder command =
                new ProcessBuilder(
                        Stream.concat(
                                        Stream.of(home.resolve("bin/kc.sh").toString()),
                                        Stream.of(arguments))
                                .toList());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return command;
    }

    private static void unpack(Path zip, Path home) throws IOException {
        try (ZipFile distribution = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : distribution.stream().toList()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path file = home.resolve(name);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(distribution.getInputStream(entry), file);
                }
            }
        }
        home.resolve("bin/kc.sh").toFile().setExecutable(true);
    }

    private static void packProvider(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
