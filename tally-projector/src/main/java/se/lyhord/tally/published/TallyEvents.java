package se.lyhord.tally.published;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.exchange.EventPublisher;
import se.lyhord.tally.config.Sweep;
import se.lyhord.tally.tally.Sha256;

/**
 * Tells the other services what has become final and what is certified. The rows are the outbox. A
 * petition has two events here at most, so their numbers are fixed and a repeat is the same event.
 */
@Component
class TallyEvents implements Sweep {

    private static final String TOPIC = "tally";
    private static final int FINALIZED = 1;
    private static final int CERTIFIED = 2;

    private final JdbcClient jdbc;
    private final EventPublisher publisher;

    TallyEvents(JdbcClient jdbc, EventPublisher publisher) {
        this.jdbc = jdbc;
        this.publisher = publisher;
    }

    @Override
    public boolean sweepOne() {
        return publishOne(
                        "final_tally",
                        "petition, count, digest, kid, signature",
                        FINALIZED,
                        TallyEvents::finalized)
                || publishOne(
                        "closing_certificate",
                        """
                        petition, day, document,
                        (SELECT count FROM final_tally t WHERE t.petition = c.petition),
                        (SELECT digest FROM final_tally t WHERE t.petition = c.petition)
                        """,
                        CERTIFIED,
                        TallyEvents::certified);
    }

    private record Due(UUID petition, Object event) {}

    private boolean publishOne(String table, String columns, int number, RowMapper<Due> mapper) {
        var due =
                jdbc.sql(
                                """
                                UPDATE %1$s c
                                SET attempts = attempts + 1, next_attempt_at = next_attempt(attempts)
                                WHERE petition = (
                                    SELECT petition FROM %1$s
                                    WHERE NOT published AND next_attempt_at <= clock_timestamp()
                                    ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                                RETURNING %2$s
                                """
                                        .formatted(table, columns))
                        .query(mapper)
                        .optional();
        due.ifPresent(
                event -> {
                    publisher.publish(TOPIC, event.petition(), number, event.event());
                    jdbc.sql("UPDATE " + table + " SET published = true WHERE petition = ?")
                            .param(event.petition())
                            .update();
                });
        return due.isPresent();
    }

    private static Due finalized(ResultSet row, int number) throws SQLException {
        UUID petition = row.getObject(1, UUID.class);
        String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes(5));
        return new Due(
                petition,
                new TallyFinalized(
                        petition, row.getLong(2), row.getString(3), row.getString(4), signature));
    }

    private static Due certified(ResultSet row, int number) throws SQLException {
        UUID petition = row.getObject(1, UUID.class);
        return new Due(
                petition,
                new PetitionCertified(
                        petition,
                        row.getLong(4),
                        row.getString(5),
                        row.getObject(2, LocalDate.class),
                        Sha256.of(row.getBytes(3))));
    }
}
