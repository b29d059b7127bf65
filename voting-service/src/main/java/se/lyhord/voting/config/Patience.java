package se.lyhord.voting.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Allows a connection to take long. A vote's transaction ends after seconds so that a frozen
 * instance holds nothing up; counting millions of votes, or a checkpoint, may last.
 */
public final class Patience {

    private Patience() {}

    /**
     * Begins a transaction that may take this long. The pool sets the network timeout right again
     * when the connection comes back.
     */
    public static void begin(Connection connection, Duration limit) throws SQLException {
        connection.setAutoCommit(false);
        allow(connection, limit);
    }

    /** Lets the running transaction take this long from now on. */
    public static void allow(Connection connection, Duration limit) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(limit.toMillis()) + 1_000);
        try (var statement = connection.createStatement()) {
            // A running timer is only set anew after it has been switched off.
            statement.execute(
                    "SET LOCAL transaction_timeout = 0; SET LOCAL transaction_timeout = '%dms'"
                            .formatted(limit.toMillis()));
        }
    }
}
