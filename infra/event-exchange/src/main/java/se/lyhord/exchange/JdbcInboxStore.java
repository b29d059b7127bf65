package se.lyhord.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the inbox in the service's own database, in one transaction with what its handlers do. */
final class JdbcInboxStore implements InboxStore {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    JdbcInboxStore(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    @SuppressWarnings("NullAway") // The work returns what T allows; the template passes it on.
    public <T> T inLane(String topic, String petition, Function<Lane, T> work) {
        return transactions.execute(status -> work.apply(lock(topic, petition)));
    }

    private Lane lock(String topic, String petition) {
        jdbc.sql(
                        """
                        INSERT INTO inbox_position (topic, petition, number) VALUES (?, ?, 0)
                        ON CONFLICT DO NOTHING
                        """)
                .params(topic, petition)
                .update();
        long position =
                jdbc.sql(
                                """
                                SELECT number FROM inbox_position
                                WHERE topic = ? AND petition = ? FOR UPDATE
                                """)
                        .params(topic, petition)
                        .query(Long.class)
                        .single();
        return new JdbcLane(topic, petition, position);
    }

    @Override
    public List<ParkedEvent> parked() {
        return jdbc.sql(
                        """
                        SELECT topic, petition, number, type, problem, since FROM inbox_event
                        WHERE problem IS NOT NULL ORDER BY since, topic, petition, number
                        """)
                .query(
                        (row, index) ->
                                new ParkedEvent(
                                        row.getString("topic"),
                                        row.getString("petition"),
                                        row.getLong("number"),
                                        row.getString("type"),
                                        row.getString("problem"),
                                        row.getTimestamp("since").toInstant()))
                .list();
    }

    private final class JdbcLane implements Lane {

        private final String topic;
        private final String petition;
        private long position;

        JdbcLane(String topic, String petition, long position) {
            this.topic = topic;
            this.petition = petition;
            this.position = position;
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public void moveTo(long number) {
            jdbc.sql("UPDATE inbox_position SET number = ? WHERE topic = ? AND petition = ?")
                    .params(number, topic, petition)
                    .update();
            position = number;
        }

        @Override
        public List<KeptEvent> kept() {
            return jdbc.sql(
                            """
                            SELECT number, type, body, problem, since FROM inbox_event
                            WHERE topic = ? AND petition = ? ORDER BY number
                            """)
                    .params(topic, petition)
                    .query(JdbcInboxStore::kept)
                    .list();
        }

        @Override
        public void keep(KeptEvent event) {
            drop(event.number());
            jdbc.sql(
                            """
                            INSERT INTO inbox_event
                              (topic, petition, number, type, body, problem, since)
                            VALUES (:topic, :petition, :number, :type, :body, :problem, :since)
                            """)
                    .param("topic", topic)
                    .param("petition", petition)
                    .param("number", event.number())
                    .param("type", event.type())
                    .param("body", event.body())
                    .param("problem", event.problem())
                    .param("since", Timestamp.from(event.since()))
                    .update();
        }

        @Override
        public void drop(long number) {
            jdbc.sql("DELETE FROM inbox_event WHERE topic = ? AND petition = ? AND number = ?")
                    .params(topic, petition, number)
                    .update();
        }
    }

    private static KeptEvent kept(ResultSet row, int index) throws SQLException {
        @Nullable String type = row.getString("type");
        @Nullable String problem = row.getString("problem");
        return new KeptEvent(
                row.getLong("number"),
                type,
                row.getBytes("body"),
                problem,
                row.getTimestamp("since").toInstant());
    }
}
