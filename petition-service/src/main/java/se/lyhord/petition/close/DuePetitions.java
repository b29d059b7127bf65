package se.lyhord.petition.close;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.eventstore.Commands;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.petition.PetitionCommand.ClosePetition;
import se.lyhord.petition.petition.PetitionId;

/** The petitions whose voting period has passed by the database's clock. */
@Component
class DuePetitions {

    /** Names the sweep among the advisory locks of this database. */
    private static final long SWEEP_LOCK = 0x4c79686f7264L;

    private static final int AT_A_TIME = 100;

    private final JdbcClient jdbc;
    private final Commands commands;
    private final DatabaseClock clock;

    DuePetitions(JdbcClient jdbc, Commands commands, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.commands = commands;
        this.clock = clock;
    }

    /** A petition and the revision of the deadline that has passed. */
    record Due(UUID petition, int revision) {}

    List<Due> list() {
        return jdbc.sql(
                        """
                        select petition_id, revision from petition_view
                        where state = 'OPEN' and closes_at <= clock_timestamp()
                        order by closes_at limit ?
                        """)
                .param(AT_A_TIME)
                .query((row, number) -> new Due(row.getObject(1, UUID.class), row.getInt(2)))
                .list();
    }

    /**
     * Closes one petition, unless another instance is at it. What has been closed or extended in
     * between is left as it is.
     */
    @Transactional
    void close(Due due) {
        if (lock()) {
            commands.send(
                    new ClosePetition(new PetitionId(due.petition()), due.revision(), clock.now()));
        }
    }

    /** Held to the end of the transaction, or of the connection if the instance dies. */
    private boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(SWEEP_LOCK)
                .query(Boolean.class)
                .single();
    }
}
