package se.lyhord.voting;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a backup that nobody should take would hold of one petition, database and vault. */
final class OldCopy {

    /** Tables with a row or several for each petition, and the column that says for which. */
    private static final List<String[]> TABLES =
            List.of(
                    new String[] {"ballot_box", "petition"},
                    new String[] {"shred_order", "petition"},
                    new String[] {"counted", "petition"},
                    new String[] {"stored_event", "aggregate_identifier"},
                    new String[] {"published_number", "petition"},
                    new String[] {"inbox_position", "petition"});

    private final String url;
    private final UUID petition;
    private final String votes;
    private final Map<String, byte[]> vault;

    private OldCopy(String url, UUID petition) throws IOException {
        this.url = url;
        this.petition = petition;
        this.votes = "votes_" + petition.toString().replace("-", "");
        this.vault = TestKeys.copyOfVault();
    }

    /** Copies the rows into a schema that the service does not know of. */
    static OldCopy of(String url, UUID petition) throws Exception {
        var copy = new OldCopy(url, petition);
        try (Connection connection = copy.connect()) {
            run(connection, "CREATE SCHEMA old_copy");
            for (String[] table : TABLES) {
                run(
                        connection,
                        "CREATE TABLE old_copy.%1$s AS SELECT * FROM public.%1$s WHERE %2$s"
                                .formatted(table[0], copy.isPetition(table)));
            }
            run(connection, "CREATE TABLE old_copy.votes AS SELECT * FROM ballots." + copy.votes);
        }
        return copy;
    }

    void putBackDatabase() throws Exception {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            run(connection, "SET session_replication_role = replica");
            for (String[] table : TABLES) {
                run(
                        connection,
                        "DELETE FROM public.%s WHERE %s".formatted(table[0], isPetition(table)));
                run(
                        connection,
                        "INSERT INTO public.%1$s SELECT * FROM old_copy.%1$s".formatted(table[0]));
            }
            run(connection, "DROP TABLE IF EXISTS ballots." + votes);
            run(connection, "SELECT ballots.make_votes('" + petition + "')");
            run(connection, "INSERT INTO ballots.%s SELECT * FROM old_copy.votes".formatted(votes));
            run(connection, "DROP SCHEMA old_copy CASCADE");
            connection.commit();
        }
    }

    void putBackVault() throws IOException {
        TestKeys.restoreVault(vault);
    }

    private String isPetition(String[] table) {
        return "%s::text = '%s'".formatted(table[1], petition);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "test-superuser");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
