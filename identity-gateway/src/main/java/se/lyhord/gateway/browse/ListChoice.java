package se.lyhord.gateway.browse;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a reader has chosen to see in the list. All of it stands in the page's address, so that
 * back, forward and a shared link show the same.
 *
 * @param words what was searched for, or empty
 * @param committees their codes; empty means all
 * @param page the first being 1
 */
public record ListChoice(
        String words, Set<Standing> standings, Set<String> committees, Sort sort, int page) {

    private static final int LONGEST_SEARCH = 100;
    private static final int MOST_COMMITTEES = 20;

    /** How the list is ordered. */
    public enum Sort {
        RELEVANCE,
        NEWEST,
        VOTES,
        TRENDING,
        CLOSING,
        ANSWERED
    }

    /** What the address asks for; what it cannot ask for counts as not asked. */
    static ListChoice read(
            String typed,
            List<String> standings,
            List<String> committees,
            String sort,
            String page) {
        String words = words(typed);
        return new ListChoice(
                words,
                standings.stream()
                        .flatMap(name -> named(Standing.values(), name))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Standing.class))),
                committees.stream()
                        .filter(code -> code.matches("[A-Z]{1,10}"))
                        .limit(MOST_COMMITTEES)
                        .collect(Collectors.toCollection(TreeSet::new)),
                named(Sort.values(), sort).findFirst().orElse(usual(words)),
                page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
    }

    /** Whether anything is left out of the list. */
    public boolean isNarrowed() {
        return !words.isEmpty() || filters() > 0;
    }

    /** How many filters are on. */
    public int filters() {
        return standings.size() + committees.size();
    }

    /** What the list can be ordered by. */
    public List<Sort> sorts() {
        return Stream.of(Sort.values())
                .filter(other -> other != Sort.RELEVANCE || !words.isEmpty())
                .toList();
    }

    /** Whether the list has this order when none is asked for. */
    public boolean isUsual(Sort other) {
        return other == usual(words);
    }

    /** The address of another page of the same list. */
    public String at(long otherPage) {
        return address(standings, committees, otherPage);
    }

    /** The address of the list without this filter. */
    public String without(Standing standing) {
        Set<Standing> fewer = EnumSet.copyOf(standings);
        fewer.remove(standing);
        return address(fewer, committees, 1);
    }

    /** The address of the list without this filter. */
    public String without(String committee) {
        Set<String> fewer = new TreeSet<>(committees);
        fewer.remove(committee);
        return address(standings, fewer, 1);
    }

    /** The address of the list with the same words and no filter. */
    public String withoutFilters() {
        return address(Collections.emptySet(), Collections.emptySet(), 1);
    }

    private String address(Set<Standing> chosen, Set<String> chosenCommittees, long otherPage) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/forslag");
        if (!words.isEmpty()) {
            address.queryParam("q", "{words}");
        }
        chosen.forEach(standing -> address.queryParam("lage", standing));
        chosenCommittees.forEach(committee -> address.queryParam("namnd", committee));
        if (!isUsual(sort)) {
            address.queryParam("ordning", sort);
        }
        if (otherPage > 1) {
            address.queryParam("sida", otherPage);
        }
        return address.encode().buildAndExpand(words).toUriString();
    }

    private static Sort usual(String words) {
        return words.isEmpty() ? Sort.NEWEST : Sort.RELEVANCE;
    }

    private static <E extends Enum<E>> Stream<E> named(E[] values, @Nullable String name) {
        return Stream.of(values).filter(value -> value.name().equals(name));
    }

    private static String words(String typed) {
        String words = typed.replaceAll("\\p{Cntrl}", " ").strip();
        return words.substring(0, Math.min(words.length(), LONGEST_SEARCH));
    }
}
