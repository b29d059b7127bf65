package se.lyhord.petition.browse;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.lyhord.petition.config.PublicCounts;
import se.lyhord.petition.petition.Committee;

/** Lists and searches what is public, in Swedish: "cykelbanor" finds "cykelbana". */
@Component
class PetitionList {

    /**
     * A word of the query, in any form; a part of the title, since Swedish joins its words; or a
     * title with a word of nearly the same letters, since people misspell.
     */
    private static final String MATCHING =
            ListedPetition.FROM
                    + """
                    and (:query::text is null
                        or t.search @@ websearch_to_tsquery('swedish', :query)
                        or position(lower(:query) in lower(t.title)) > 0
                        or word_similarity(:query, t.title) > 0.5)
                    """;

    private static final String CHOSEN =
            """
            and (:anyStanding or %s in (:standings))
            and (:anyCommittee or v.committee in (:committees))
            """
                    .formatted(Standing.SQL);

    private final JdbcClient jdbc;
    private final PublicCounts counts;

    PetitionList(JdbcClient jdbc, PublicCounts counts) {
        this.jdbc = jdbc;
        this.counts = counts;
    }

    /** How a list is ordered. By votes and by trend, counts that are not told count as none. */
    enum Sort {
        NEWEST("coalesce(v.opens_at, v.submitted_at) desc"),
        CLOSING("v.state = 'OPEN' desc, v.closes_at asc nulls last"),
        VOTES(
                """
                coalesce(b.final_count, case when p.count >= :minimum then p.count end)
                    desc nulls last, coalesce(v.opens_at, v.submitted_at) desc
                """),
        TRENDING(
                """
                case when v.state = 'OPEN' and p.count >= :minimum then %s else 0 end desc,
                    coalesce(v.opens_at, v.submitted_at) desc
                """
                        .formatted(Popularity.LATELY)),
        ANSWERED("v.decided_on desc nulls last"),
        /** How well the words match; as newest when there are none. */
        RELEVANCE(
                """
                coalesce(ts_rank(t.search, websearch_to_tsquery('swedish', :query))
                    + word_similarity(:query, t.title), 0) desc,
                    coalesce(v.opens_at, v.submitted_at) desc
                """);

        private final String order;

        Sort(String order) {
            this.order = order;
        }
    }

    /** What a reader asks for; no standing, committee or query means all. */
    record Wanted(
            Set<Standing> standings,
            Set<Committee> committees,
            @Nullable String query,
            Sort sort,
            int page,
            int size) {}

    /**
     * One page of a list, the first being 0.
     *
     * @param total how many petitions there are on all pages
     * @param standings how many the same words find of each standing
     * @param committees how many the same words find that each committee has answered
     */
    record Page(
            List<ListedPetition> items,
            int page,
            int size,
            long total,
            Map<Standing, Long> standings,
            Map<Committee, Long> committees) {}

    /** How many of the petitions found have the same standing and committee. */
    private record Group(Standing standing, @Nullable Committee committee, long petitions) {}

    @Transactional(readOnly = true)
    Page find(Wanted wanted) {
        List<Group> groups =
                jdbc.sql(
                                """
                                select %s as standing, v.committee, count(*) as petitions %s
                                group by 1, 2
                                """
                                        .formatted(Standing.SQL, MATCHING))
                        .param("query", wanted.query())
                        .query(
                                (row, number) ->
                                        new Group(
                                                Standing.valueOf(row.getString("standing")),
                                                Columns.committee(row, "committee"),
                                                row.getLong("petitions")))
                        .list();
        List<ListedPetition> items =
                jdbc.sql(
                                """
                                select %s %s %s
                                order by %s, v.petition_id limit :size offset :skip
                                """
                                        .formatted(
                                                ListedPetition.COLUMNS,
                                                MATCHING,
                                                CHOSEN,
                                                wanted.sort().order))
                        .param("query", wanted.query())
                        .param("minimum", counts.publicMinimum())
                        .param("anyStanding", wanted.standings().isEmpty())
                        .param("standings", names(wanted.standings()))
                        .param("anyCommittee", wanted.committees().isEmpty())
                        .param("committees", codes(wanted.committees()))
                        .param("size", wanted.size())
                        .param("skip", (long) wanted.page() * wanted.size())
                        .query((row, number) -> ListedPetition.read(row))
                        .list();
        return page(wanted, items, groups);
    }

    private static Page page(Wanted wanted, List<ListedPetition> items, List<Group> groups) {
        Map<Standing, Long> standings = new EnumMap<>(Standing.class);
        Map<Committee, Long> committees = new TreeMap<>(Comparator.comparing(Committee::code));
        long total = 0;
        for (Group group : groups) {
            standings.merge(group.standing(), group.petitions(), Long::sum);
            if (group.committee() != null) {
                committees.merge(group.committee(), group.petitions(), Long::sum);
            }
            total +=
                    isWanted(wanted.standings(), group.standing())
                                    && isWanted(wanted.committees(), group.committee())
                            ? group.petitions()
                            : 0;
        }
        return new Page(items, wanted.page(), wanted.size(), total, standings, committees);
    }

    private static <T> boolean isWanted(Set<T> chosen, @Nullable T one) {
        return chosen.isEmpty() || (one != null && chosen.contains(one));
    }

    /** Never empty, since SQL knows no empty list. */
    private static Set<String> names(Set<? extends Enum<?>> chosen) {
        return chosen.isEmpty()
                ? Set.of("")
                : chosen.stream().map(Enum::name).collect(Collectors.toSet());
    }

    /** One that no petition has, since an empty list is none in SQL. */
    private static List<String> codes(Set<Committee> committees) {
        return committees.isEmpty()
                ? List.of("")
                : committees.stream().map(Committee::code).toList();
    }
}
