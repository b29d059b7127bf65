package se.lyhord.moderation.receive;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The texts that are still to be fetched from petition-service. */
@Repository
class WantedTexts {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

    private final JdbcClient jdbc;

    WantedTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One text to fetch. */
    record Wanted(UUID petitionId, int textVersion, int tries) {}

    void add(UUID petitionId, int textVersion, Instant now) {
        jdbc.sql(
                        """
                        insert into text_wanted (petition_id, text_version, due_at)
                        select :petition, :version, :now
                        where not exists (select from review_text
                            where petition_id = :petition and text_version = :version)
                        on conflict do nothing
                        """)
                .param("petition", petitionId)
                .param("version", textVersion)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The next text that is due; locked until the transaction ends, others pass it by. */
    Optional<Wanted> next(Instant now) {
        return jdbc.sql(
                        """
                        select petition_id, text_version, tries from text_wanted
                        where due_at <= :now order by due_at limit 1
                        for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .query(
                        (row, number) ->
                                new Wanted(
                                        row.getObject(1, UUID.class), row.getInt(2), row.getInt(3)))
                .optional();
    }

    void done(Wanted wanted) {
        jdbc.sql("delete from text_wanted where petition_id = ? and text_version = ?")
                .params(wanted.petitionId(), wanted.textVersion())
                .update();
    }

    void later(Wanted wanted, Instant now) {
        var wait = Duration.ofSeconds(1L << Math.min(wanted.tries(), 10));
        var due = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        jdbc.sql(
                        """
                        update text_wanted set tries = tries + 1, due_at = ?
                        where petition_id = ? and text_version = ?
                        """)
                .params(Timestamp.from(due), wanted.petitionId(), wanted.textVersion())
                .update();
    }
}
