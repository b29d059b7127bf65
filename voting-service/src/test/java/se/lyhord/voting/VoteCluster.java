package se.lyhord.voting;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What whoever holds the vote cluster's disk can find on it. */
final class VoteCluster {

    private final String url;

    VoteCluster(String url) {
        this.url = url;
    }

    /** Whether a byte sequence stands anywhere in the write-ahead log. */
    boolean logHolds(byte[] wanted) {
        return found(
                """
                SELECT count(*) FROM pg_ls_waldir() f
                WHERE f.name ~ '^[0-9A-F]{24}$'
                  AND position(? IN pg_read_binary_file('pg_wal/' || f.name)) > 0
                """,
                wanted);
    }

    /** Whether it stands in a file of this database's tables and indexes. */
    boolean tablesHold(byte[] wanted) {
        return found(
                """
                SELECT count(*) FROM pg_ls_dir('base/' || (
                    SELECT oid FROM pg_database WHERE datname = current_database())) f
                WHERE position(? IN pg_read_binary_file('base/' || (
                    SELECT oid FROM pg_database WHERE datname = current_database()) || '/' || f)) > 0
                """,
                wanted);
    }

    void checkpoint() {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean found(String question, byte[] wanted) {
        try (Connection connection = connect();
                var select = connection.prepareStatement(question)) {
            select.setBytes(1, wanted);
            try (var answer = select.executeQuery()) {
                return answer.next() && answer.getLong(1) > 0;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "postgres", "test-superuser");
    }
}
