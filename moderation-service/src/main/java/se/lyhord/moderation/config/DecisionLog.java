package se.lyhord.moderation.config;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.moderation.log.LogAction;
import se.lyhord.moderation.log.LogCheck;
import se.lyhord.moderation.log.LogDeed;
import se.lyhord.moderation.log.LogEntry;
import se.lyhord.moderation.log.LogHead;

/** Who did what. Entries are added, each sealing the ones before it, and never changed. */
@Repository
public class DecisionLog {

    private static final String SELECT = "select * from decision_log ";

    private final JdbcClient jdbc;

    DecisionLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What to read of the log: entries below a number, of one petition or one kind, or all. */
    public record Wanted(
            long below, @Nullable UUID petitionId, @Nullable LogAction action, int most) {}

    /**
     * Adds an entry, in the transaction of what it tells of. Two at the same time wait for each
     * other, so this is to be the transaction's last step.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Instant at, LogDeed deed) {
        var head =
                jdbc.sql("select number, hash from decision_log_head for update")
                        .query(LogHead.class)
                        .single();
        var entry = LogEntry.after(head, at, deed);
        jdbc.sql(
                        """
                        insert into decision_log (number, at, by_subject, by_name, action,
                            petition_id, text_version, details, note, previous_hash, hash)
                        values (:number, :at, :by, :name, :action, :petition, :version, :details,
                            :note, :previous, :hash)
                        """)
                .param("number", entry.number())
                .param("at", Timestamp.from(entry.at()))
                .param("by", entry.by())
                .param("name", entry.byName())
                .param("action", entry.action())
                .param("petition", entry.petitionId())
                .param("version", entry.textVersion())
                .param("details", entry.details())
                .param("note", entry.note())
                .param("previous", entry.previousHash())
                .param("hash", entry.hash())
                .update();
        jdbc.sql("update decision_log_head set number = ?, hash = ?")
                .params(entry.number(), entry.hash())
                .update();
    }

    /** The newest entry of these kinds about a petition, or empty when there is none. */
    public Optional<LogEntry> newest(UUID petitionId, Set<LogAction> actions) {
        return jdbc.sql(
                        SELECT
                                + """
                                where petition_id = :petition and action in (:actions)
                                order by number desc limit 1
                                """)
                .param("petition", petitionId)
                .param("actions", actions.stream().map(LogAction::name).toList())
                .query((row, number) -> entry(row))
                .optional();
    }

    /** Entries, the newest first. */
    public List<LogEntry> read(Wanted wanted) {
        return jdbc.sql(
                        SELECT
                                + """
                                where number < :below
                                    and (:petition::uuid is null or petition_id = :petition)
                                    and (:action::text is null or action = :action)
                                order by number desc limit :most
                                """)
                .param("below", wanted.below())
                .param("petition", wanted.petitionId())
                .param("action", wanted.action() == null ? null : wanted.action().name())
                .param("most", wanted.most())
                .query((row, number) -> entry(row))
                .list();
    }

    /**
     * Reads the whole log and compares every entry with its seal.
     *
     * @param writtenDown a head that somebody has kept outside the log, or null
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public LogCheck.Result check(@Nullable LogHead writtenDown) {
        var check = new LogCheck(writtenDown);
        try (var entries =
                jdbc
                        .sql(SELECT + "order by number")
                        .withFetchSize(500)
                        .query((row, number) -> entry(row))
                        .stream()) {
            entries.forEach(check::read);
        }
        return check.end(
                jdbc.sql("select number, hash from decision_log_head")
                        .query(LogHead.class)
                        .optional()
                        .orElse(LogHead.EMPTY));
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("by_subject"),
                row.getString("by_name"),
                row.getString("action"),
                row.getObject("petition_id", UUID.class),
                row.getObject("text_version", Integer.class),
                row.getString("details"),
                row.getString("note"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
