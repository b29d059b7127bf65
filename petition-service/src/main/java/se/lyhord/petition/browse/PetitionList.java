package se.lyhord.petition.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.petition.petition.Decision;
import se.lyhord.petition.petition.PetitionState;

/** Lists and searches what is public, in Swedish: "cykelbanor" finds "cykelbana". */
@Component
class PetitionList {

    private static final int SUMMARY_LENGTH = 200;

    /** A word of the query, in any form; or a part of the title, since Swedish joins its words. */
    private static final String PUBLIC_AND_MATCHING =
            """
            from petition_view v
                join petition_text t
                    on t.petition_id = v.petition_id and t.version = v.text_version
                left join ballot_progress b on b.petition_id = v.petition_id
            where v.state <> 'IN_REVIEW' and not v.text_hidden
                and v.take_down_reason is null
                and (:state::text is null or v.state = :state)
                and (:query::text is null
                    or t.search @@ websearch_to_tsquery('swedish', :query)
                    or position(lower(:query) in lower(t.title)) > 0)
            """;

    private final JdbcClient jdbc;

    PetitionList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How a list is ordered. */
    enum Sort {
        NEWEST("coalesce(v.opens_at, v.submitted_at) desc, v.petition_id"),
        CLOSING("v.closes_at asc nulls last, v.petition_id");

        private final String order;

        Sort(String order) {
            this.order = order;
        }
    }

    /** What a reader asks for; a state or query left out means all. */
    record Wanted(
            @Nullable PetitionState state, @Nullable String query, Sort sort, int page, int size) {}

    /** One petition in a list. */
    record Item(
            UUID id,
            String title,
            String summary,
            PetitionState state,
            @Nullable Instant opensAt,
            @Nullable Instant closesAt,
            @Nullable Integer threshold,
            @Nullable Decision outcome,
            @Nullable Long finalCount) {}

    /** One page of a list, the first being 0, and how many petitions there are in all. */
    record Page(List<Item> items, int page, int size, long total) {}

    @Transactional(readOnly = true)
    Page find(Wanted wanted) {
        long total =
                matching("select count(*) " + PUBLIC_AND_MATCHING, wanted)
                        .query(Long.class)
                        .single();
        List<Item> items =
                matching(
                                """
                                select v.*, t.title, left(t.body, %d) as beginning, b.final_count
                                %s order by %s limit :size offset :skip
                                """
                                        .formatted(
                                                SUMMARY_LENGTH + 1,
                                                PUBLIC_AND_MATCHING,
                                                wanted.sort().order),
                                wanted)
                        .param("size", wanted.size())
                        .param("skip", (long) wanted.page() * wanted.size())
                        .query((row, number) -> item(row))
                        .list();
        return new Page(items, wanted.page(), wanted.size(), total);
    }

    private JdbcClient.StatementSpec matching(String sql, Wanted wanted) {
        return jdbc.sql(sql)
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("query", wanted.query());
    }

    private static Item item(ResultSet row) throws SQLException {
        Long threshold = Columns.number(row, "threshold");
        return new Item(
                row.getObject("petition_id", UUID.class),
                row.getString("title"),
                summary(row.getString("beginning")),
                PetitionState.valueOf(row.getString("state")),
                Columns.instant(row, "opens_at"),
                Columns.instant(row, "closes_at"),
                threshold == null ? null : Math.toIntExact(threshold),
                Columns.constant(row, "decision", Decision.class),
                Columns.number(row, "final_count"));
    }

    /** The beginning of the text on one line, cut between words. */
    private static String summary(String beginning) {
        String line = beginning.replaceAll("\\s+", " ");
        if (beginning.codePointCount(0, beginning.length()) <= SUMMARY_LENGTH) {
            return line;
        }
        int lastSpace = line.lastIndexOf(' ');
        return line.substring(0, lastSpace > 0 ? lastSpace : line.length() - 1) + "…";
    }
}
