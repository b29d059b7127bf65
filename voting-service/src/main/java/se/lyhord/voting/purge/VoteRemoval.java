package se.lyhord.voting.purge;

import java.sql.Connection;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.lyhord.voting.config.Patience;

/** What it takes until PostgreSQL itself has forgotten a table. */
@Component
class VoteRemoval {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionTemplate transactions;

    VoteRemoval(JdbcClient jdbc, JdbcTemplate template, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.template = template;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Drops the votes, and notes how far the log had come when they were gone. */
    void drop(UUID petition) {
        transactions.executeWithoutResult(
                status -> call("SELECT ballots.drop_votes('" + petition + "')"));
        // In a later transaction: the drop itself is in the log by now. Noted once, after a crash
        // a little later than need be.
        jdbc.sql(
                        """
                        UPDATE ballot_box SET dropped_at_lsn = pg_current_wal_insert_lsn()
                        WHERE petition = ? AND dropped_at_lsn IS NULL
                        """)
                .param(petition)
                .update();
    }

    /** Lets a checkpoint remove the segments up to the drop. */
    void turnLog(UUID petition) {
        transactions.executeWithoutResult(
                status ->
                        call(
                                "SELECT ballots.turn_wal(dropped_at_lsn) FROM ballot_box WHERE petition = '"
                                        + petition
                                        + "'"));
    }

    /** Whether every segment from before the drop is gone, and replicas are past it. */
    boolean isLogGone(UUID petition) {
        return jdbc.sql(
                        """
                        SELECT ballots.wal_gone(dropped_at_lsn) FROM ballot_box
                        WHERE petition = ? AND dropped_at_lsn IS NOT NULL
                        """)
                .param(petition)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Patiently. The text holds a UUID at most. */
    private void call(String function) {
        ConnectionCallback<Boolean> patiently =
                (Connection connection) -> {
                    Patience.allow(connection, LIMIT);
                    try (var statement = connection.createStatement()) {
                        return statement.execute(function);
                    }
                };
        template.execute(patiently);
    }
}
