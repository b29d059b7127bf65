package se.lyhord.voting.config;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import se.lyhord.voting.ballot.BallotBoxRefused;

/**
 * Lets one instance at a time do a sweep. The lock belongs to a session and not to a transaction,
 * since a sweep may have to wait longer than a transaction may last. Should it be lost with its
 * connection, two instances sweep; every step may be repeated.
 */
@Component
public class SweepLock {

    private static final Logger LOG = LoggerFactory.getLogger(SweepLock.class);

    /** Our half of the two-part keys, whose space is another than the boxes'. */
    private static final int SWEEPS = 0x4c79_6864;

    private final DataSource database;

    SweepLock(DataSource database) {
        this.database = database;
    }

    /**
     * Does the sweep unless another instance is at it. A box that fails does not hold up the others
     * and is tried again by the next sweep, as is everything when the database is away.
     *
     * @param due finds the boxes
     * @param work does one box's step
     */
    public void alone(Sweep sweep, Supplier<? extends Collection<UUID>> due, Consumer<UUID> work) {
        try (Connection session = database.getConnection()) {
            if (!held(session, "SELECT pg_try_advisory_lock(?, ?)", sweep)) {
                return;
            }
            try {
                due.get().forEach(petition -> step(sweep, petition, work));
            } finally {
                held(session, "SELECT pg_advisory_unlock(?, ?)", sweep);
            }
        } catch (SQLException e) {
            LOG.warn("Sweep {} puts off: database, SQLSTATE {}", sweep, e.getSQLState());
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Sweep {} puts off: {}", sweep, e.getClass().getSimpleName());
        }
    }

    private static void step(Sweep sweep, UUID petition, Consumer<UUID> work) {
        try {
            work.accept(petition);
        } catch (RuntimeException e) {
            // Our own refusals name a reason; what a driver says stays unsaid.
            Object why = e instanceof BallotBoxRefused refused ? refused.reason() : "";
            LOG.error("Sweep {} of {}: {} {}", sweep, petition, e.getClass().getSimpleName(), why);
        }
    }

    /** The sweeps there are. */
    public enum Sweep {
        /** Publishes counts. */
        COUNT,
        /** Fences boxes whose period is over. */
        FENCE,
        /** Carries out orders to shred. */
        SHRED,
        /** Drops votes and cleans the log. */
        PURGE
    }

    private static boolean held(Connection session, String question, Sweep sweep)
            throws SQLException {
        try (var statement = session.prepareStatement(question)) {
            statement.setInt(1, SWEEPS);
            statement.setInt(2, sweep.ordinal());
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
