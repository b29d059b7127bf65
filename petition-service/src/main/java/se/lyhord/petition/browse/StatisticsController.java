package se.lyhord.petition.browse;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.ReplyPromise;
import se.lyhord.petition.petition.Committee;

/** How it goes on the whole: how many petitions, how many votes, and how long answers take. */
@RestController
class StatisticsController {

    /** Days from the close of the vote to the decision, or to today while there is none. */
    private static final String DAYS =
            "greatest(0, coalesce(v.decided_on, " + Popularity.TODAY + ") - closed.day)";

    private static final String CLOSED =
            """
            from petition_view v
                join timeline_entry closed
                    on closed.petition_id = v.petition_id and closed.event = 'CLOSED'
                left join ballot_progress b on b.petition_id = v.petition_id
            """;

    private final JdbcClient jdbc;
    private final ReplyPromise promise;

    StatisticsController(JdbcClient jdbc, ReplyPromise promise) {
        this.jdbc = jdbc;
        this.promise = promise;
    }

    /**
     * All of it.
     *
     * @param petitions how many of each standing are public, those with hidden texts included
     * @param finalVotes votes in all votes that have ended
     * @param promisedDays the municipality's promise, from the close of the vote to the decision
     * @param replies what each committee has answered
     */
    record Statistics(
            Map<Standing, Long> petitions,
            long finalVotes,
            int promisedDays,
            List<Replies> replies,
            Waiting waiting) {}

    /**
     * How one committee has answered.
     *
     * @param medianDays half of the answers took so long or shorter
     * @param inTime how many came within the promise
     */
    record Replies(Committee committee, long answered, int medianDays, long inTime) {}

    /**
     * What waits for an answer.
     *
     * @param late how many have waited longer than promised
     * @param longestDays null when none waits
     */
    record Waiting(long petitions, long late, @Nullable Integer longestDays) {}

    /** The figures as they are now. */
    @GetMapping("/api/v1/statistics")
    @Transactional(readOnly = true)
    ResponseEntity<Statistics> statistics() {
        long votes =
                jdbc.sql("select coalesce(sum(final_count), 0) from ballot_progress")
                        .query(Long.class)
                        .single();
        int promised = promisedDays();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(
                        new Statistics(
                                petitions(),
                                votes,
                                promised,
                                replies(promised),
                                waiting(promised)));
    }

    /** As the administrator has settled it, or as configured while nothing is settled. */
    private int promisedDays() {
        return jdbc.sql(
                        """
                        select (content ->> 'replyDays')::integer from municipality
                        order by version desc limit 1
                        """)
                .query(Integer.class)
                .optional()
                .orElse(promise.days());
    }

    private Map<Standing, Long> petitions() {
        Map<Standing, Long> petitions = new EnumMap<>(Standing.class);
        for (Standing standing : Standing.values()) {
            petitions.put(standing, 0L);
        }
        jdbc.sql(
                        """
                        select %s as standing, count(*) as petitions
                        from petition_view v
                            left join ballot_progress b on b.petition_id = v.petition_id
                        where v.state not in ('IN_REVIEW', 'RETURNED', 'WITHDRAWN') group by 1
                        """
                                .formatted(Standing.SQL))
                .query(
                        row -> {
                            petitions.put(
                                    Standing.valueOf(row.getString("standing")),
                                    row.getLong("petitions"));
                        });
        return petitions;
    }

    private List<Replies> replies(int promised) {
        return jdbc.sql(
                        """
                        select v.committee, count(*) as answered,
                            percentile_disc(0.5) within group (order by %1$s) as median,
                            count(*) filter (where %1$s <= :promised) as in_time
                        %2$s where v.state = 'ANSWERED' group by v.committee order by v.committee
                        """
                                .formatted(DAYS, CLOSED))
                .param("promised", promised)
                .query(
                        (row, number) ->
                                new Replies(
                                        new Committee(row.getString("committee")),
                                        row.getLong("answered"),
                                        row.getInt("median"),
                                        row.getLong("in_time")))
                .list();
    }

    private Waiting waiting(int promised) {
        return jdbc.sql(
                        """
                        select count(*) as petitions, max(%1$s) as longest,
                            count(*) filter (where %1$s > :promised) as late
                        %2$s where %3$s = 'AWAITING_ANSWER'
                        """
                                .formatted(DAYS, CLOSED, Standing.SQL))
                .param("promised", promised)
                .query(
                        (row, number) -> {
                            Long longest = Columns.number(row, "longest");
                            return new Waiting(
                                    row.getLong("petitions"),
                                    row.getLong("late"),
                                    longest == null ? null : Math.toIntExact(longest));
                        })
                .single();
    }
}
