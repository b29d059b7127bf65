package se.lyhord.tally.count;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.lyhord.tally.config.Calendar;
import se.lyhord.tally.config.CountProperties;

/**
 * The newest count of each ballot box, and of each day. Counts and thresholds come by different
 * topics in either order; the day a threshold was reached is the day both were known here, never a
 * time.
 */
@Component
public class VoteCounts {

    private static final String REACHED =
            """
            UPDATE votes_counted SET threshold_reached_on = :today
            WHERE petition = :petition AND threshold_reached_on IS NULL
            AND threshold IS NOT NULL AND count >= greatest(threshold, :minimum)
            """;

    private final JdbcClient jdbc;
    private final Calendar calendar;
    private final CountProperties properties;

    VoteCounts(JdbcClient jdbc, Calendar calendar, CountProperties properties) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.properties = properties;
    }

    /** A petition has opened with this many votes to reach. */
    public void opened(UUID petition, long threshold) {
        jdbc.sql(
                        """
                        INSERT INTO votes_counted (petition, threshold)
                        VALUES (:petition, :threshold)
                        ON CONFLICT (petition) DO UPDATE SET threshold = excluded.threshold
                        """)
                .param("petition", petition)
                .param("threshold", threshold)
                .update();
        noteThreshold(petition);
    }

    /** The ballot box holds so many votes in all; fewer than before if some were withdrawn. */
    public void counted(UUID petition, long count) {
        jdbc.sql(
                        """
                        INSERT INTO votes_counted (petition, count) VALUES (:petition, :count)
                        ON CONFLICT (petition) DO UPDATE SET count = excluded.count
                        """)
                .param("petition", petition)
                .param("count", count)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO count_of_day (petition, day, count)
                        VALUES (:petition, :today, :count)
                        ON CONFLICT (petition, day) DO UPDATE SET count = excluded.count
                        """)
                .param("petition", petition)
                .param("today", calendar.today())
                .param("count", count)
                .update();
        noteThreshold(petition);
    }

    private void noteThreshold(UUID petition) {
        jdbc.sql(REACHED)
                .param("petition", petition)
                .param("today", calendar.today())
                .param("minimum", properties.publicMinimum())
                .update();
    }
}
