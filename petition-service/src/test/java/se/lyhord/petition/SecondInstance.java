package se.lyhord.petition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.Environment;
import se.lyhord.local.Ports;

/** Another process of the service, on the same database as the one under test. */
final class SecondInstance implements AutoCloseable {

    private static final List<String> SHARED =
            List.of(
                    "spring.datasource.url",
                    "spring.datasource.username",
                    "spring.datasource.password",
                    "spring.flyway.url",
                    "spring.flyway.user",
                    "spring.flyway.password",
                    "spring.cloud.stream.kafka.binder.brokers",
                    "lyhord.follow.password",
                    "lyhord.staff.issuer",
                    "lyhord.staff.jwk-set-uri");

    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final Process process;

    /**
     * Starts it and waits until it is ready.
     *
     * @param different settings that are not as in the instance under test
     */
    SecondInstance(Environment environment, Path folder, Map<String, String> different) {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        PetitionService.class.getName());
        Map<String, String> variables = builder.environment();
        variables.put("CLASSPATH", System.getProperty("java.class.path"));
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        SHARED.forEach(it -> variables.put(variable(it), environment.getRequiredProperty(it)));
        different.forEach((name, value) -> variables.put(variable(name), value));
        try {
            process =
                    builder.redirectErrorStream(true)
                            .redirectOutput(folder.resolve("second.log").toFile())
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Api management = new Api(managementPort);
        ServiceTest.await()
                .ignoreExceptions()
                .until(() -> management.get("/actuator/health/readiness").status() == 200);
    }

    Api api() {
        return new Api(port);
    }

    /** Ends it as a power cut does. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        process.onExit().join();
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }
}
