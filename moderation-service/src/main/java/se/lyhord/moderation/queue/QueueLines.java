package se.lyhord.moderation.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.moderation.config.Times;
import se.lyhord.moderation.review.PersonalDataFinder;
import se.lyhord.moderation.review.ReviewState;

/** Finds what a moderator wants to see of the queue. */
@Component
class QueueLines {

    private static final int LINES = 25;
    private static final Duration OPEN_FOR = Duration.ofMinutes(5);

    private static final String DAYS =
            "(:today::date - (r.submitted_at at time zone 'Europe/Stockholm')::date)";

    private static final String WANTED =
            """
            from review r left join review_text t using (petition_id, text_version)
            where r.state = :state
                and %s between :from and :to
                and (:tag::text is null or exists (select from review_tag g
                    where g.petition_id = r.petition_id and g.tag = :tag))
                and (:words::text is null
                    or t.search @@ websearch_to_tsquery('swedish', :words)
                    or position(lower(:words) in lower(t.title)) > 0)
            """
                    .formatted(DAYS);

    private final JdbcClient jdbc;

    QueueLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line of the queue.
     *
     * @param title null while the text has not been fetched
     * @param hints how many places of the text look like personal data
     * @param lookers the names of colleagues who have it open now
     */
    record Line(
            UUID petitionId,
            @Nullable String title,
            @Nullable String language,
            long days,
            QueueAge age,
            int hints,
            int notes,
            List<String> tags,
            List<String> lookers) {}

    /** One page of what is wanted, and how much there is in all. */
    record Found(List<Line> lines, long total, boolean more) {}

    @Transactional(readOnly = true)
    Found find(QueueFilter filter, int promisedDays, String viewer, Instant now) {
        var age = filter.age();
        var wanted =
                new Parameters(
                        Times.day(now),
                        age == null ? Integer.MIN_VALUE : age.from(promisedDays),
                        age == null ? Integer.MAX_VALUE : age.to(promisedDays),
                        filter.tag(),
                        filter.words(),
                        filter.state());
        var total = wanted.in(jdbc.sql("select count(*) " + WANTED)).query(Long.class).single();
        var lines =
                wanted.in(
                                jdbc.sql(
                                        """
                                        select r.petition_id, t.title, t.body, t.language,
                                            %s as days,
                                            array(select tag from review_tag g
                                                where g.petition_id = r.petition_id
                                                order by tag) as tags,
                                            array(select viewer_name from review_viewer v
                                                where v.petition_id = r.petition_id
                                                    and v.viewer <> :viewer and v.seen_at > :since
                                                order by seen_at) as lookers,
                                            (select count(*) from review_note n
                                                where n.petition_id = r.petition_id) as notes
                                        %s order by %s limit :most offset :skip
                                        """
                                                .formatted(DAYS, WANTED, filter.order().sql())))
                        .param("viewer", viewer)
                        .param("since", Timestamp.from(now.minus(OPEN_FOR)))
                        .param("most", LINES)
                        .param("skip", (long) filter.page() * LINES)
                        .query((row, number) -> line(row, promisedDays))
                        .list();
        return new Found(lines, total, (filter.page() + 1L) * LINES < total);
    }

    /** How many wait of each age, whatever the filter. */
    @Transactional(readOnly = true)
    Map<QueueAge, Long> buckets(int promisedDays, Instant now) {
        var buckets = new EnumMap<QueueAge, Long>(QueueAge.class);
        for (var age : QueueAge.values()) {
            var all =
                    new Parameters(
                            Times.day(now),
                            age.from(promisedDays),
                            age.to(promisedDays),
                            null,
                            null,
                            ReviewState.WAITING);
            buckets.put(
                    age, all.in(jdbc.sql("select count(*) " + WANTED)).query(Long.class).single());
        }
        return buckets;
    }

    /** How many are in one state. */
    long in(ReviewState state) {
        return jdbc.sql("select count(*) from review where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    private record Parameters(
            LocalDate today,
            int from,
            int to,
            @Nullable String tag,
            @Nullable String words,
            ReviewState state) {

        JdbcClient.StatementSpec in(JdbcClient.StatementSpec statement) {
            return statement
                    .param("today", today)
                    .param("from", from)
                    .param("to", to)
                    .param("tag", tag)
                    .param("words", words)
                    .param("state", state.name());
        }
    }

    private static Line line(ResultSet row, int promisedDays) throws SQLException {
        var title = row.getString("title");
        var days = row.getLong("days");
        return new Line(
                row.getObject("petition_id", UUID.class),
                title,
                row.getString("language"),
                days,
                QueueAge.of(days, promisedDays),
                title == null
                        ? 0
                        : PersonalDataFinder.find(title).size()
                                + PersonalDataFinder.find(row.getString("body")).size(),
                row.getInt("notes"),
                strings(row, "tags"),
                strings(row, "lookers"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
