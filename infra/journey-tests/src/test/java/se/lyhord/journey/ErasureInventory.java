package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.lyhord.local.PostgresCluster;
import se.lyhord.local.run.LocalSystem;

/**
 * Holds a running system to {@code docs/erasure-inventory.csv}: nothing is stored that is not
 * declared there, and nothing declared is missing.
 */
final class ErasureInventory {

    private static final Path FILE = Path.of("..", "..", "docs", "erasure-inventory.csv");
    private static final String EVERY_COLUMN =
            """
            SELECT table_name || ': ' || string_agg(column_name, ' ' ORDER BY ordinal_position)
            FROM information_schema.columns
            WHERE table_schema NOT IN ('pg_catalog', 'information_schema')
            GROUP BY table_schema, table_name
            """;

    private final List<Declared> declared;

    /** A line of the inventory; only where something is matters here, the rest is for people. */
    private record Declared(String place, String parts) {}

    private ErasureInventory(List<Declared> declared) {
        this.declared = declared;
    }

    static ErasureInventory read() throws IOException {
        List<Declared> lines = new ArrayList<>();
        for (String line : Files.readAllLines(FILE)) {
            String[] cells = line.split(",", -1);
            assertThat(cells).as(line).hasSize(6).doesNotContain("");
            lines.add(new Declared(cells[0], cells[1]));
        }
        return new ErasureInventory(lines.subList(1, lines.size()));
    }

    /** Every column of every database. */
    void holdDatabases(LocalSystem system) throws SQLException {
        Set<String> found = new TreeSet<>();
        found.addAll(tables(system, system.mainCluster(), "postgres-main"));
        found.addAll(tables(system, system.voteCluster(), "postgres-votes"));
        Set<String> expected =
                declared.stream()
                        .filter(line -> line.place().startsWith("database "))
                        .filter(line -> !line.place().endsWith("*") && !line.parts().equals("*"))
                        .map(line -> line.place() + " " + line.parts())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> anywhere = parts("database *");
        found.removeIf(table -> anywhere.contains(table.split(" ", 3)[2]));
        assertThat(found).isEqualTo(expected);
    }

    /** Every topic the broker keeps. */
    void holdTopics(Path state) throws IOException {
        Set<String> topics = new TreeSet<>();
        try (Stream<Path> folders = Files.list(state.resolve("kafka/log"))) {
            folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString().replaceFirst("-\\d+$", ""))
                    .filter(topic -> !topic.startsWith("__"))
                    .forEach(topics::add);
        }
        assertThat(topics).isEqualTo(parts("topic"));
    }

    /** Every file; kinds of files that are there only now and then may be missing. */
    void holdFiles(Path state) throws IOException {
        Set<String> kinds = parts("file");
        List<String> undeclared;
        try (Stream<Path> files = Files.walk(state)) {
            undeclared =
                    files.filter(Files::isRegularFile)
                            .map(state::relativize)
                            .filter(file -> kinds.stream().noneMatch(kind -> covers(kind, file)))
                            .map(Path::toString)
                            .toList();
        }
        assertThat(undeclared).isEmpty();
    }

    private static boolean covers(String kind, Path file) {
        return file.getFileSystem().getPathMatcher("glob:" + kind).matches(file);
    }

    private Set<String> parts(String place) {
        return declared.stream()
                .filter(line -> line.place().equals(place))
                .map(Declared::parts)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Keycloak's own tables are declared as one; one petition's votes as every petition's. */
    private static Set<String> tables(LocalSystem system, PostgresCluster cluster, String name)
            throws SQLException {
        Set<String> tables = new TreeSet<>();
        for (String database :
                query(
                        system,
                        cluster,
                        name,
                        "postgres",
                        "SELECT datname FROM pg_database WHERE NOT datistemplate")) {
            if (database.equals("keycloak")) {
                continue;
            }
            for (String table : query(system, cluster, name, database, EVERY_COLUMN)) {
                String kind = table.replaceFirst("^votes_[0-9a-f]{32}:", "votes_*:");
                tables.add("database " + database + " " + kind);
            }
        }
        return tables;
    }

    private static List<String> query(
            LocalSystem system, PostgresCluster cluster, String name, String database, String sql)
            throws SQLException {
        String password = system.secrets().get(name, "superuser.password");
        List<String> rows = new ArrayList<>();
        try (var connection =
                        DriverManager.getConnection(
                                cluster.url(database), PostgresCluster.SUPERUSER, password);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
        }
        return rows;
    }
}
