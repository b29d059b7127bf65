package se.lyhord.moderation.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.lyhord.moderation.config.Times;
import se.lyhord.moderation.municipality.Settled;

/** The petitions whose vote has ended, as petition-service tells of them. */
@Repository
public class ClosedPetitions {

    private static final String SELECT =
            """
            select petition_id, title, closed_at, answer_by, hand_over_version, handed_over_on,
                outcome_version, decision, decided_on,
                committee, registry_number
            from closed_petition left join review using (petition_id)
                left join review_text using (petition_id, text_version)
            """;

    private final JdbcClient jdbc;
    private final Settled settled;

    ClosedPetitions(JdbcClient jdbc, Settled settled) {
        this.jdbc = jdbc;
        this.settled = settled;
    }

    /** Notes that a vote has ended, and by when an answer is promised from now on. */
    public void closed(UUID petitionId, Instant closedAt) {
        jdbc.sql(
                        """
                        insert into closed_petition (petition_id, closed_at, answer_by)
                        values (?, ?, ?) on conflict do nothing
                        """)
                .params(
                        petitionId,
                        Timestamp.from(closedAt),
                        Times.day(closedAt).plusDays(settled.now().replyDays()))
                .update();
    }

    /** Notes which committee has the case; an older version than the one here is passed over. */
    public void handedOver(
            UUID petitionId,
            int handOverVersion,
            String committee,
            String registryNumber,
            LocalDate handedOverOn) {
        jdbc.sql(
                        """
                        update closed_petition set hand_over_version = :version,
                            handed_over_on = :day, committee = :committee,
                            registry_number = :number
                        where petition_id = :petition and hand_over_version < :version
                        """)
                .param("version", handOverVersion)
                .param("day", handedOverOn)
                .param("committee", committee)
                .param("number", registryNumber)
                .param("petition", petitionId)
                .update();
    }

    /**
     * Notes what petition-service has recorded; an older version than the one here is passed over.
     */
    public void recorded(
            UUID petitionId,
            int outcomeVersion,
            String decision,
            LocalDate decidedOn,
            String committee,
            String registryNumber) {
        jdbc.sql(
                        """
                        update closed_petition set outcome_version = :version, decision = :decision,
                            decided_on = :day, committee = :committee, registry_number = :number
                        where petition_id = :petition and outcome_version < :version
                        """)
                .param("version", outcomeVersion)
                .param("decision", decision)
                .param("day", decidedOn)
                .param("committee", committee)
                .param("number", registryNumber)
                .param("petition", petitionId)
                .update();
    }

    /** At most 500: first those without an outcome, the one to be answered first at the top. */
    List<ClosedPetition> list() {
        return jdbc.sql(SELECT + "order by (outcome_version > 0), answer_by, petition_id limit 500")
                .query((row, number) -> read(row))
                .list();
    }

    Optional<ClosedPetition> find(UUID petitionId) {
        return jdbc.sql(SELECT + "where petition_id = ?")
                .param(petitionId)
                .query((row, number) -> read(row))
                .optional();
    }

    private static ClosedPetition read(ResultSet row) throws SQLException {
        return new ClosedPetition(
                row.getObject("petition_id", UUID.class),
                row.getString("title"),
                row.getTimestamp("closed_at").toInstant(),
                row.getObject("answer_by", LocalDate.class),
                row.getInt("hand_over_version"),
                row.getObject("handed_over_on", LocalDate.class),
                row.getInt("outcome_version"),
                row.getString("decision"),
                row.getObject("decided_on", LocalDate.class),
                row.getString("committee"),
                row.getString("registry_number"));
    }
}
