package se.lyhord.moderation.decide;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.lyhord.moderation.config.StaffMember;
import se.lyhord.moderation.decide.Decision.Approve;
import se.lyhord.moderation.decide.Decision.Reject;
import se.lyhord.moderation.review.RejectionReason;

/** Who decided what, and the notes for colleagues; a table that can be erased. */
@Repository
class DecisionLog {

    private final JdbcClient jdbc;

    DecisionLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One decision.
     *
     * @param by the login service's name for the account
     * @param byName the name that colleagues read
     */
    record Entry(
            Decision decision,
            Instant decidedAt,
            String by,
            String byName,
            @Nullable String note) {}

    void write(
            UUID petitionId,
            int textVersion,
            Decision decision,
            StaffMember by,
            @Nullable String note,
            Instant at) {
        jdbc.sql(
                        """
                        insert into decision_log (petition_id, text_version, decision, reason,
                            decided_at, decided_by, decided_by_name, note)
                        values (:petition, :version, :decision, :reason, :at, :by, :name, :note)
                        """)
                .param("petition", petitionId)
                .param("version", textVersion)
                .param("decision", decision instanceof Approve ? "APPROVE" : "REJECT")
                .param("reason", decision instanceof Reject reject ? reject.reason().name() : null)
                .param("at", Timestamp.from(at))
                .param("by", by.subject())
                .param("name", by.name())
                .param("note", note)
                .update();
    }

    Optional<Entry> find(UUID petitionId) {
        return jdbc.sql(
                        """
                        select reason, decided_at, decided_by, decided_by_name, note
                        from decision_log where petition_id = ?
                        order by text_version desc limit 1
                        """)
                .param(petitionId)
                .query(
                        (row, number) ->
                                new Entry(
                                        decision(row.getString(1)),
                                        row.getTimestamp(2).toInstant(),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5)))
                .optional();
    }

    private static Decision decision(@Nullable String reason) {
        return reason == null ? new Approve() : new Reject(RejectionReason.valueOf(reason));
    }
}
