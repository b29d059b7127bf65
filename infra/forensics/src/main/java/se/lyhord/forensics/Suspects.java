package se.lyhord.forensics;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.lyhord.local.LocalFailure;
import se.lyhord.local.PostgresCluster;
import se.lyhord.local.run.LocalSystem;
import se.lyhord.local.run.Service;

/** Everything of a running system in which somebody could be found. */
final class Suspects {

    private static final List<String> MAIN = List.of("petition", "moderation", "tally", "keycloak");
    private static final Pattern KEYCLOAK_HOME = Pattern.compile("-Dkc\\.home\\.dir=(\\S+)");

    private final LocalSystem system;

    Suspects(LocalSystem system) {
        this.system = system;
    }

    /** A database, as the cluster's own administrator sees it. */
    record Database(String name, PostgresCluster cluster, String password) {

        Connection connect() throws SQLException {
            return DriverManager.getConnection(
                    cluster.url(name), PostgresCluster.SUPERUSER, password);
        }
    }

    List<Database> databases() {
        List<Database> all = new ArrayList<>();
        MAIN.forEach(name -> all.add(database(name, system.mainCluster(), "postgres-main")));
        all.add(votes());
        return all;
    }

    Database votes() {
        return database("voting", system.voteCluster(), "postgres-votes");
    }

    private Database database(String name, PostgresCluster cluster, String part) {
        return new Database(name, cluster, system.secrets().get(part, "superuser.password"));
    }

    /** Every virtual machine, by name. */
    Map<String, Long> processes() {
        Map<String, Long> all = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            system.instances(service).forEach(part -> all.put(part.name(), part.pid()));
        }
        all.put("keycloak", system.keycloakPid());
        all.put("kafka", system.kafka().pid());
        all.put("mailbox", system.mailbox().pid());
        return all;
    }

    /** Every folder that is written to, by the name it is reported under. */
    Map<String, Path> files() {
        Path state = system.plan().layout().state();
        Map<String, Path> all = new LinkedHashMap<>();
        for (String part : List.of("postgres-main", "postgres-votes", "kafka", "keys", "logs")) {
            all.put(part, state.resolve(part));
        }
        all.put("config", state.resolve("config"));
        all.put("secrets", state.resolve("secrets"));
        Path data = keycloakHome().resolve("data");
        if (Files.isDirectory(data)) {
            all.put("keycloak-data", data);
        }
        return all;
    }

    private Path keycloakHome() {
        String command =
                ProcessHandle.of(system.keycloakPid())
                        .flatMap(process -> process.info().commandLine())
                        .orElse("");
        Matcher home = KEYCLOAK_HOME.matcher(command);
        if (!home.find()) {
            throw new LocalFailure("Keycloak does not say where its home is.");
        }
        return Path.of(home.group(1));
    }

    /** The broker's address. */
    String kafka() {
        return system.kafka().bootstrapServers();
    }
}
