package se.lyhord.tally.show;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.tally.config.CountProperties;
import se.lyhord.tally.tally.CountHistory;
import se.lyhord.tally.tally.FinalTally;
import se.lyhord.tally.tally.Tally;

/** What can be shown of tallies. */
@Component
class TallyProjection {

    private final JdbcClient jdbc;
    private final CountProperties properties;

    TallyProjection(JdbcClient jdbc, CountProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** A certificate's exact bytes, their signature, and what they speak of. */
    @SuppressWarnings("ArrayRecordComponent")
    record Certified(byte[] document, byte[] signature, FinalTally result) {
        @Override
        public String toString() {
            return "Certified[" + result.petition() + "]";
        }
    }

    /** The tallies in the order asked for; one we know nothing of counts from nothing. */
    List<TallyView> tallies(List<UUID> petitions) {
        return jdbc.sql(
                        """
                        SELECT asked.petition, v.count AS counted, v.threshold_reached_on,
                            t.count, t.digest, c.day
                        FROM unnest(string_to_array(:petitions, ',')::uuid[])
                            WITH ORDINALITY AS asked(petition, place)
                        LEFT JOIN votes_counted v USING (petition)
                        LEFT JOIN final_tally t USING (petition)
                        LEFT JOIN closing_certificate c USING (petition)
                        ORDER BY place
                        """)
                .param(
                        "petitions",
                        petitions.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .query(this::view)
                .list();
    }

    /** How the count has grown; with the exact result once it is certified. */
    CountHistory history(UUID petition) {
        List<CountHistory.Point> days =
                jdbc.sql("SELECT day, count FROM count_of_day WHERE petition = ? ORDER BY day")
                        .param(petition)
                        .query((row, number) -> point(row))
                        .list();
        CountHistory told =
                CountHistory.told(days, properties.publicMinimum(), properties.minimumChange());
        return jdbc.sql(
                        """
                        SELECT c.day, t.count
                        FROM closing_certificate c JOIN final_tally t USING (petition)
                        WHERE petition = ?
                        """)
                .param(petition)
                .query((row, number) -> point(row))
                .optional()
                .map(result -> told.endingWith(result, properties.minimumChange()))
                .orElse(told);
    }

    Optional<Certified> certified(UUID petition) {
        return jdbc.sql(
                        """
                        SELECT c.document, c.signature, t.count, t.digest
                        FROM closing_certificate c JOIN final_tally t USING (petition)
                        WHERE petition = ?
                        """)
                .param(petition)
                .query(
                        (row, number) ->
                                new Certified(
                                        row.getBytes(1),
                                        row.getBytes(2),
                                        new FinalTally(petition, row.getLong(3), row.getString(4))))
                .optional();
    }

    /** A piece of the tracker list, counted from 0; nothing after the last. */
    Optional<byte[]> trackers(UUID petition, int part) {
        return jdbc.sql("SELECT trackers FROM tracker_list_part WHERE petition = ? AND part = ?")
                .params(petition, part)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    private static CountHistory.Point point(ResultSet row) throws SQLException {
        return new CountHistory.Point(row.getObject("day", LocalDate.class), row.getLong("count"));
    }

    private TallyView view(ResultSet row, int number) throws SQLException {
        return TallyView.of(
                tally(row),
                properties.publicMinimum(),
                row.getObject("threshold_reached_on", LocalDate.class));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        UUID petition = row.getObject("petition", UUID.class);
        String digest = row.getString("digest");
        if (digest == null) {
            return new Tally.Counting(petition, row.getLong("counted"));
        }
        var result = new FinalTally(petition, row.getLong("count"), digest);
        LocalDate day = row.getObject("day", LocalDate.class);
        return day == null ? new Tally.Final(result) : new Tally.Certified(result, day);
    }
}
