package se.lyhord.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.lyhord.local.PostgresCluster;
import se.lyhord.local.ServerProcess;
import se.lyhord.local.Signal;

/** Keycloak with the product's realms and a test e-ID, in a process of its own. */
final class KeycloakServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(240);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final String OWNER = "keycloak";
    private static final String DATABASE = "keycloak";

    private final Plan plan;
    private final Secrets secrets;
    private final PostgresCluster cluster;
    private final HttpClient http;
    private final ServerProcess process;

    KeycloakServer(
            Plan plan, Secrets secrets, PostgresCluster cluster, HttpClient http, Path home) {
        this.plan = plan;
        this.secrets = secrets;
        this.cluster = cluster;
        this.http = http;
        this.process =
                new ServerProcess(
                        "Keycloak", command(home), environment(), plan.layout().log(OWNER));
    }

    /** Makes Keycloak's database; nobody else has a role in it. */
    static void provideDatabase(PostgresCluster cluster, Secrets secrets) {
        cluster.provisioning().provide(DATABASE, DATABASE, secrets.get(OWNER, "database.password"));
    }

    /** Starts the process and returns when people can log in. */
    void start() {
        process.start();
        process.awaitReady(START_LIMIT, this::isReady);
    }

    /** Ends logins under way and stops. */
    void stop() {
        process.stop(Signal.TERM, STOP_LIMIT);
    }

    ServerProcess process() {
        return process;
    }

    private List<String> command(Path home) {
        return List.of(
                home.resolve("bin/kc.sh").toString(),
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + plan.ports().of("keycloak"),
                "--hostname=" + plan.keycloakUrl(),
                "--http-management-host=127.0.0.1",
                "--http-management-port=" + plan.ports().of("keycloak/management"),
                "--log-level=info,org.keycloak.events:off,io.smallrye.health:error",
                "--db-pool-max-size=20",
                "--db-url=" + cluster.url(DATABASE),
                "--db-username=" + DATABASE);
    }

    private Map<String, String> environment() {
        String eid = plan.keycloakUrl() + "/realms/eid-test";
        String endpoints = eid + "/protocol/openid-connect/";
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx448m -XX:-UseG1GC -XX:+UseSerialGC");
        environment.put(
                "JAVA_OPTS_APPEND",
                "-XX:TieredStopAtLevel=1 -XX:-HeapDumpOnOutOfMemoryError"
                        + " -XX:-CreateCoredumpOnCrash -Dlyhord.part="
                        + plan.layout().state()
                        + "/keycloak");
        environment.put("KC_DB_PASSWORD", secrets.get(OWNER, "database.password"));
        environment.put("LYHORD_KEYCLOAK_URL", plan.keycloakUrl());
        environment.put("LYHORD_GATEWAY_URL", plan.publicUrl());
        environment.put("LYHORD_DASHBOARD_URL", plan.dashboardUrl());
        environment.put("LYHORD_EID_ISSUER", eid);
        environment.put("LYHORD_EID_AUTHORIZATION_URL", endpoints + "auth");
        environment.put("LYHORD_EID_TOKEN_URL", endpoints + "token");
        environment.put("LYHORD_EID_JWKS_URL", endpoints + "certs");
        environment.put("LYHORD_EID_LOGOUT_URL", endpoints + "logout");
        environment.put("LYHORD_EID_CLIENT_ID", "lyhord");
        environment.put("LYHORD_EID_CLIENT_SECRET", secrets.get(OWNER, "eid.client-secret"));
        environment.put("LYHORD_GATEWAY_CLIENT_SECRET", ClientSecret.GATEWAY.in(secrets));
        environment.put("LYHORD_DASHBOARD_CLIENT_SECRET", ClientSecret.DASHBOARD.in(secrets));
        environment.put("LYHORD_MODERATION_CLIENT_SECRET", ClientSecret.MODERATION.in(secrets));
        environment.put("LYHORD_TALLY_CLIENT_SECRET", ClientSecret.TALLY.in(secrets));
        environment.put("LYHORD_DEMO_CLIENT_SECRET", ClientSecret.DEMO.in(secrets));
        environment.put("LYHORD_DEMO_STAFF_PASSWORD", People.staffPassword(secrets));
        return environment;
    }

    private boolean isReady() {
        int port = plan.ports().of("keycloak/management");
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:%d/health/ready".formatted(port)))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
