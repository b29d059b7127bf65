package se.lyhord.petition.browse;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which petitions get votes, by what the ballot boxes publish: an order for lists, never a number.
 * What was gained lately fades exponentially, so that one row a petition is enough and no history
 * is kept.
 */
@Component
@Transactional
public class Popularity {

    /** The date in Sweden, where days begin and end. */
    static final String TODAY = "(clock_timestamp() at time zone 'Europe/Stockholm')::date";

    /** Votes gained lately, as they weigh today, from the table {@code p} popularity. */
    static final String LATELY = "p.lately * 0.5 ^ ((" + TODAY + " - p.day) / 3.0)";

    private final JdbcClient jdbc;

    Popularity(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ballot box holds so many votes in all; fewer than before if some were withdrawn. */
    public void counted(UUID petition, long count) {
        jdbc.sql(
                        """
                        insert into popularity as p (petition_id, count, lately, day)
                        values (:petition, :count, :count, %1$s)
                        on conflict (petition_id) do update set count = excluded.count, day = %1$s,
                            lately = greatest(0, %2$s + excluded.count - p.count)
                        """
                                .formatted(TODAY, LATELY))
                .param("petition", petition)
                .param("count", count)
                .update();
    }
}
