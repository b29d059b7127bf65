package se.lyhord.moderation.queue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.lyhord.moderation.review.PetitionText;
import se.lyhord.moderation.review.RejectionReason;
import se.lyhord.moderation.review.ReviewState;
import se.lyhord.moderation.review.SimilarPetitions;

/** Finds similar petitions by the words of the title, in any Swedish form. */
@Repository
class JdbcSimilarPetitions implements SimilarPetitions {

    private final JdbcClient jdbc;

    JdbcSimilarPetitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One shared word in a title, or two in a text, make a petition similar. */
    @Override
    public List<Similar> to(PetitionText text) {
        return find(text, null);
    }

    @Override
    public List<Similar> answeredAfter(LocalDate day, PetitionText text) {
        return find(text, day);
    }

    private List<Similar> find(PetitionText text, @Nullable LocalDate answeredAfter) {
        return jdbc.sql(
                        """
                        with words as (
                            select array_to_string(tsvector_to_array(
                                to_tsvector('swedish',
                                    regexp_replace(:title, '[^[:alnum:] ]', ' ', 'g'))),
                                ' | ')::tsquery as any_word)
                        select r.petition_id, t.title, t.language, r.state, r.reason,
                            c.petition_id is not null as closed, c.decision, c.decided_on
                        from words, review_text t
                            join review r using (petition_id, text_version)
                            left join closed_petition c on c.petition_id = r.petition_id
                        where t.search @@ any_word and r.petition_id <> :petition
                            and (:after::date is null or c.decided_on > :after::date)
                            and ts_rank('{0, 0, 0.3, 1}', t.search, any_word) > 0.2
                        order by ts_rank('{0, 0, 0.3, 1}', t.search, any_word) desc,
                            r.submitted_at desc
                        limit 5
                        """)
                .param("title", text.title())
                .param("petition", text.petitionId())
                .param("after", answeredAfter)
                .query(
                        (row, number) -> {
                            var reason = row.getString("reason");
                            return new Similar(
                                    row.getObject("petition_id", UUID.class),
                                    row.getString("title"),
                                    row.getString("language"),
                                    ReviewState.valueOf(row.getString("state")),
                                    reason == null ? null : RejectionReason.valueOf(reason),
                                    row.getBoolean("closed"),
                                    row.getString("decision"),
                                    row.getObject("decided_on", LocalDate.class));
                        })
                .list();
    }
}
