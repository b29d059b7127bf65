package se.lyhord.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The platform without the services, which are tested with it in the journey. */
@Tag("slow")
class LocalSystemTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Steps steps =
            new Steps(new PrintStream(shown, true, StandardCharsets.UTF_8), false);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void startsStopsAndFindsWhatAKilledLauncherHasLeft() throws Exception {
        Plan plan = planWithoutServices();
        try (LocalSystem system = new LocalSystem(plan, steps)) {
            system.start();
            assertThat(
                            get(
                                    plan.keycloakUrl()
                                            + "/realms/citizens/.well-known/openid-configuration"))
                    .contains("\"issuer\":\"" + plan.keycloakUrl() + "/realms/citizens\"");
            assertThat(get(plan.keycloakUrl() + "/realms/staff/.well-known/openid-configuration"))
                    .contains("/realms/staff");

            // As if the launcher had been killed: nobody but the leftovers' finder knows them.
            List<String> ended = new ArrayList<>();
            new Leftovers(plan.layout().state()).end(ended::add);
            assertThat(ended).containsExactly("Keycloak", "Kafka", "PostgreSQL", "PostgreSQL");
            assertThat(system.kafka().isRunning()).isFalse();
            assertThat(system.voteCluster().isRunning()).isFalse();
        }
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("✓ Keycloak");
    }

    @Test
    void secretsAreForTheirOwnerOnlyAndStayTheSame() throws Exception {
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        String secret = secrets.get("a-service", "a.property");
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
        assertThat(secrets.get("a-service", "a.property")).isEqualTo(secret);
        Path file = secrets.of("a-service").resolve("a.property");
        assertThat(Files.readString(file)).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private Plan planWithoutServices() {
        Map<Service, Integer> none = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            none.put(service, 0);
        }
        return new Plan(
                new Layout(folder, folder.resolve("state")),
                PortPlan.random(),
                none,
                Pace.LOCAL,
                false);
    }

    private static String get(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url)).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
