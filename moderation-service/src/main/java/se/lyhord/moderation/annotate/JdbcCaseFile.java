package se.lyhord.moderation.annotate;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.lyhord.moderation.review.CaseFile;

/** The case files, in tables that can be erased. */
@Repository
class JdbcCaseFile implements CaseFile {

    /** A page without scripts says only that it was opened, so it counts for a while. */
    private static final Duration OPEN_FOR = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    JdbcCaseFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Note> notes(UUID petitionId) {
        return jdbc.sql(
                        """
                        select written_at, written_by_name, note from review_note
                        where petition_id = ? order by written_at, note_id
                        """)
                .param(petitionId)
                .query(
                        (row, number) ->
                                new Note(
                                        row.getTimestamp(1).toInstant(),
                                        row.getString(2),
                                        row.getString(3)))
                .list();
    }

    @Override
    public List<String> tags(UUID petitionId) {
        return jdbc.sql("select tag from review_tag where petition_id = ? order by tag")
                .param(petitionId)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> allTags() {
        return jdbc.sql("select distinct tag from review_tag order by tag limit 100")
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public List<String> lookingBesides(UUID petitionId, String viewer, Instant now) {
        return jdbc.sql(
                        """
                        select viewer_name from review_viewer
                        where petition_id = ? and viewer <> ? and seen_at > ? order by seen_at
                        """)
                .params(petitionId, viewer, Timestamp.from(now.minus(OPEN_FOR)))
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public void looks(UUID petitionId, String viewer, String viewerName, Instant now) {
        jdbc.sql("delete from review_viewer where seen_at < ?")
                .param(Timestamp.from(now.minus(OPEN_FOR)))
                .update();
        jdbc.sql(
                        """
                        insert into review_viewer (petition_id, viewer, viewer_name, seen_at)
                        values (?, ?, ?, ?)
                        on conflict (petition_id, viewer) do update set seen_at = excluded.seen_at
                        """)
                .params(petitionId, viewer, viewerName, Timestamp.from(now))
                .update();
    }

    @Override
    public void left(UUID petitionId, String viewer) {
        jdbc.sql("delete from review_viewer where petition_id = ? and viewer = ?")
                .params(petitionId, viewer)
                .update();
    }

    void add(UUID noteId, UUID petitionId, String by, String byName, String note, Instant at) {
        jdbc.sql(
                        """
                        insert into review_note
                            (note_id, petition_id, written_at, written_by, written_by_name, note)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(noteId, petitionId, Timestamp.from(at), by, byName, note)
                .update();
    }

    void setTags(UUID petitionId, Collection<String> tags) {
        jdbc.sql("delete from review_tag where petition_id = ?").param(petitionId).update();
        for (var tag : tags) {
            jdbc.sql("insert into review_tag (petition_id, tag) values (?, ?)")
                    .params(petitionId, tag)
                    .update();
        }
    }
}
