package se.lyhord.petition.submit;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.lyhord.petition.petition.StatusKey;

/** Keeps drafts for a while. */
@Component
class Drafts {

    private final JdbcClient jdbc;
    private final Duration kept;

    /**
     * @param kept how long after it was last saved
     */
    Drafts(JdbcClient jdbc, @Value("${lyhord.drafts.kept}") Duration kept) {
        this.jdbc = jdbc;
        this.kept = kept;
    }

    /** A draft, and when it is erased unless it is saved again. */
    record Kept(Draft draft, Instant eraseAt) {}

    /** Saves a draft that is new or there. */
    Instant save(StatusKey key, Draft draft) {
        return jdbc.sql(
                        """
                        insert into draft (key_hash, title, body, petitioner_name, erase_at)
                        values (:key, :title, :body, :name, clock_timestamp() + :kept::interval)
                        on conflict (key_hash) do update set title = excluded.title,
                            body = excluded.body, petitioner_name = excluded.petitioner_name,
                            erase_at = excluded.erase_at
                        returning erase_at
                        """)
                .param("key", key.hash())
                .param("title", draft.title())
                .param("body", draft.text())
                .param("name", draft.petitionerName())
                .param("kept", kept.toString())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** The draft that this key leads to; none when it was sent, erased, or never there. */
    Optional<Kept> find(StatusKey key) {
        return jdbc.sql(
                        """
                        select title, body, petitioner_name, erase_at from draft
                        where key_hash = ? and erase_at > clock_timestamp()
                        """)
                .param(key.hash())
                .query(
                        (row, number) ->
                                new Kept(
                                        new Draft(
                                                row.getString(1),
                                                row.getString(2),
                                                row.getString(3)),
                                        row.getObject(4, OffsetDateTime.class)
                                                .withOffsetSameInstant(ZoneOffset.UTC)
                                                .toInstant()))
                .optional();
    }

    void erase(StatusKey key) {
        jdbc.sql("delete from draft where key_hash = ?").param(key.hash()).update();
    }

    /** Any number of instances may do it at the same time. */
    @Scheduled(fixedDelayString = "${lyhord.drafts.interval}")
    void eraseOld() {
        jdbc.sql("delete from draft where erase_at <= clock_timestamp()").update();
    }
}
