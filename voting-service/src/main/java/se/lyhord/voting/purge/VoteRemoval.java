package se.lyhord.voting.purge;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
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

    /**
     * Lets one checkpoint remove the segments up to the last drop: each one slows votes on other
     * petitions down for a moment.
     *
     * @return the petitions of whose votes no segment is left, here or unread by a replica
     */
    List<UUID> turnLog() {
        transactions.executeWithoutResult(
                status ->
                        call(
                                "SELECT ballots.turn_wal(max(dropped_at_lsn)) FROM ballot_box"
                                        + " WHERE state = 'SHREDDED'"));
        return jdbc.sql(
                        """
                        SELECT petition FROM ballot_box
                        WHERE state = 'SHREDDED' AND ballots.wal_gone(dropped_at_lsn)
                        """)
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
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
