package se.lyhord.petition.browse;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import se.lyhord.petition.config.DatabaseClock;
import se.lyhord.petition.config.Fields;
import se.lyhord.petition.config.PublicCounts;
import se.lyhord.petition.petition.VotingPeriod;

/**
 * Finds what others have proposed already, whatever became of it. What is being written is not
 * public yet, so that it comes in a body and stands in no address.
 */
@RestController
class SimilarPetitions {

    private static final int LONGEST_TITLE = 200;
    private static final int AT_MOST = 5;

    private static final String BLOCK_MONTHS =
            """
            (select (content ->> 'blockMonths')::int from municipality
                order by version desc limit 1) as block_months
            """;

    /**
     * Those that share some word with the title, or most of its letters, with those first that
     * share most of both. A third of the words is enough: "Cykelgarage vid Norrby" is like
     * "Cykelgarage vid stationen".
     */
    private static final String ALIKE =
            """
            with asked as (
                select replace(plainto_tsquery('swedish', :title)::text, '&', '|')::tsquery
                        as wording,
                    tsvector_to_array(to_tsvector('swedish', :title)) as words),
            alike as (
                select t.petition_id, t.version, similarity(:title, t.title) as letters,
                    cardinality(array(
                        select unnest(asked.words) intersect
                        select unnest(tsvector_to_array(to_tsvector('swedish', t.title)))
                    ))::float8 / greatest(1, cardinality(asked.words)) as words
                from petition_text t, asked
                where t.search @@ asked.wording or :title % t.title)
            select %s %s
                and exists (
                    select from alike
                    where alike.petition_id = t.petition_id and alike.version = t.version
                        and (alike.words > 0.3 or alike.letters > 0.3))
            order by (
                select alike.words + alike.letters from alike
                where alike.petition_id = t.petition_id and alike.version = t.version) desc,
                v.petition_id
            limit :size
            """
                    .replace(
                            "%s %s",
                            ListedPetition.COLUMNS + ", " + BLOCK_MONTHS + ListedPetition.FROM);

    private final JdbcClient jdbc;
    private final PublicCounts counts;
    private final DatabaseClock clock;

    SimilarPetitions(JdbcClient jdbc, PublicCounts counts, DatabaseClock clock) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.clock = clock;
    }

    /** What is being written. */
    record Draft(@Nullable String title) {
        @Override
        public String toString() {
            return "Draft[redacted]";
        }
    }

    /** Those found, the most alike first. */
    record Found(List<Similar> items) {}

    /**
     * One of them.
     *
     * @param openAgain the first day on which the same may be proposed again, by the municipality's
     *     rule; null when nothing stands in the way
     */
    record Similar(@JsonUnwrapped ListedPetition petition, @Nullable LocalDate openAgain) {}

    /** Finds petitions like the one that somebody is about to hand in. */
    @PostMapping("/api/v1/similar-petitions")
    @Transactional(readOnly = true)
    ResponseEntity<Found> find(@RequestBody Draft draft) {
        Fields fields = new Fields();
        String title = fields.optionalLine("title", draft.title(), LONGEST_TITLE);
        fields.refuseIfWrong();
        LocalDate today = clock.now().atZone(VotingPeriod.STOCKHOLM).toLocalDate();
        List<Similar> items =
                title == null
                        ? List.of()
                        : jdbc.sql(ALIKE)
                                .param("title", title)
                                .param("minimum", counts.publicMinimum())
                                .param("size", AT_MOST)
                                .query((row, number) -> similar(row, today))
                                .list();
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Found(items));
    }

    private static Similar similar(ResultSet row, LocalDate today) throws SQLException {
        ListedPetition petition = ListedPetition.read(row);
        Long months = Columns.number(row, "block_months");
        LocalDate answered = petition.decidedOn();
        LocalDate openAgain =
                months == null || answered == null ? null : answered.plusMonths(months);
        return new Similar(
                petition, openAgain != null && openAgain.isAfter(today) ? openAgain : null);
    }
}
