package se.lyhord.voting.fence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.lyhord.voting.ballot.Tracker;
import se.lyhord.voting.ballot.TrackerDigest;
import se.lyhord.voting.config.Patience;
import se.lyhord.voting.config.VoteTable;

/** The sorted trackers of a fenced box, read row by row: a list may be longer than memory. */
@Component
class TrackerList {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int ROWS_AT_ONCE = 5_000;

    private final DataSource database;
    private final JdbcTemplate jdbc;

    TrackerList(DataSource database, JdbcTemplate jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Counts and digests the list, inside the caller's transaction. */
    TrackerDigest digest(UUID petition) {
        var digest = new TrackerDigest();
        ConnectionCallback<TrackerDigest> read =
                connection -> {
                    Patience.allow(connection, LIMIT);
                    read(connection, petition, digest::add);
                    return digest;
                };
        jdbc.execute(read);
        return digest;
    }

    /** Writes the list as it is published. */
    void write(UUID petition, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection()) {
            Patience.begin(connection, LIMIT);
            read(
                    connection,
                    petition,
                    tracker -> {
                        try {
                            out.write(TrackerDigest.line(tracker));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            connection.rollback();
        } catch (SQLException e) {
            throw new IOException("List not written to its end: SQLSTATE " + e.getSQLState());
        }
    }

    private static void read(Connection connection, UUID petition, Consumer<Tracker> next)
            throws SQLException {
        try (var select = connection.prepareStatement(VoteTable.of(petition).sortedTrackers())) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    next.accept(Tracker.of(rows.getBytes(1)));
                }
            }
        }
    }
}
