package se.lyhord.petition.extend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.petition.extend.Watch.Absence;
import se.lyhord.petition.extend.Watch.Look;

/** What all instances together have seen of the parts that votes need. */
@Repository
class WatchedParts {

    private final JdbcClient jdbc;
    private final Outages outages;

    WatchedParts(JdbcClient jdbc, Outages outages) {
        this.jdbc = jdbc;
        this.outages = outages;
    }

    /**
     * A part that does not answer now.
     *
     * @param since when it first did not
     */
    record Away(OutagePart part, Instant since) {}

    /**
     * Notes what somebody has seen, and an absence that was long enough and is over, for an
     * administrator to declare or dismiss. The row's lock lets one instance at a time look.
     *
     * @return the absence that was noted, or null
     */
    @Transactional
    @Nullable Absence seen(OutagePart part, boolean answers) {
        Instant now =
                jdbc.sql("select clock_timestamp()")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant();
        Look look =
                jdbc.sql(
                                """
                                select looked_at, away_since from watched_part
                                where part = ? for update
                                """)
                        .param(part.name())
                        .query((row, number) -> watch(row))
                        .single()
                        .look(answers, now);
        Instant awaySince = look.next().awaySince();
        jdbc.sql("update watched_part set looked_at = ?, away_since = ? where part = ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(awaySince == null ? null : awaySince.atOffset(ZoneOffset.UTC))
                .param(part.name())
                .update();
        Absence ended = look.ended();
        if (ended == null || ended.lasted().compareTo(ExtensionRule.SHORTEST) < 0) {
            return null;
        }
        outages.measured(part, ended.from(), ended.to());
        return ended;
    }

    /** The parts that do not answer now, as far as anybody has looked lately. */
    List<Away> away() {
        return jdbc.sql(
                        """
                        select part, away_since from watched_part
                        where away_since is not null
                            and looked_at > clock_timestamp() - make_interval(secs => ?)
                        order by part
                        """)
                .param(Watch.LONGEST_BLINK.toSeconds())
                .query(
                        (row, number) ->
                                new Away(
                                        OutagePart.valueOf(row.getString(1)),
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static Watch watch(ResultSet row) throws SQLException {
        OffsetDateTime awaySince = row.getObject(2, OffsetDateTime.class);
        return new Watch(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                awaySince == null ? null : awaySince.toInstant());
    }
}
