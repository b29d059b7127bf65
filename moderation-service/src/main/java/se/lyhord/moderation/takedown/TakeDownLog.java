package se.lyhord.moderation.takedown;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.lyhord.moderation.config.StaffMember;

/** Who took which step; a table that can be erased. */
@Repository
class TakeDownLog {

    private final JdbcClient jdbc;

    TakeDownLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One step.
     *
     * @param version of the case that came of it
     * @param by the login service's name for the account
     * @param byName the name that colleagues read
     */
    record Entry(long version, Step step, Instant at, String by, String byName) {}

    /** Writes a step; of two on the same version one fails. */
    void write(UUID petition, long version, Step step, StaffMember by, Instant at) {
        jdbc.sql(
                        """
                        insert into take_down_log (petition_id, version, step, decided_at,
                            decided_by, decided_by_name)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(petition, version, step.name(), Timestamp.from(at), by.subject(), by.name())
                .update();
    }

    /** The last step, if there has been one. */
    Optional<Entry> last(UUID petition) {
        return jdbc.sql(
                        """
                        select version, step, decided_at, decided_by, decided_by_name
                        from take_down_log where petition_id = ? order by version desc limit 1
                        """)
                .param(petition)
                .query(
                        (row, number) ->
                                new Entry(
                                        row.getLong(1),
                                        Step.valueOf(row.getString(2)),
                                        row.getTimestamp(3).toInstant(),
                                        row.getString(4),
                                        row.getString(5)))
                .optional();
    }
}
