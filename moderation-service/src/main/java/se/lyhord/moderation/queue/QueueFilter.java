package se.lyhord.moderation.queue;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import se.lyhord.moderation.review.ReviewState;

/**
 * What a moderator wants to see of the queue, as the page's address says it. What cannot be read
 * means all.
 *
 * @param q words of the text, or part of the title
 * @param alder name of a {@link QueueAge}
 * @param lage {@code RETURNED} for what waits for its petitioner, {@code REJECTION_PROPOSED} for
 *     what waits for a second moderator
 * @param etikett a tag
 * @param sortera name of an {@link Order}
 * @param sida the page, from 1
 */
record QueueFilter(
        @Nullable String q,
        @Nullable String alder,
        @Nullable String lage,
        @Nullable String etikett,
        @Nullable String sortera,
        @Nullable Integer sida) {

    private static final int LAST_PAGE = 10_000;

    /** How the queue is ordered. */
    enum Order {
        OLDEST("submitted_at, petition_id"),
        NEWEST("submitted_at desc, petition_id"),
        TITLE("lower(title) collate \"sv-SE-x-icu\" nulls last, petition_id");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }

        String sql() {
            return sql;
        }
    }

    /** The words, or null for all. */
    @Nullable String words() {
        return given(q);
    }

    /** The tag, or null for all. */
    @Nullable String tag() {
        return given(etikett);
    }

    /** The state, waiting for a moderator unless another is named. */
    public ReviewState state() {
        return Stream.of(ReviewState.RETURNED, ReviewState.REJECTION_PROPOSED)
                .filter(state -> state.name().equals(lage))
                .findFirst()
                .orElse(ReviewState.WAITING);
    }

    /** The age, or null for all. */
    public @Nullable QueueAge age() {
        return named(QueueAge.values(), alder);
    }

    /** The order, oldest first unless another is named. */
    public Order order() {
        var order = named(Order.values(), sortera);
        return order == null ? Order.OLDEST : order;
    }

    /** The page, the first being 0. */
    int page() {
        return sida == null || sida < 1 || sida > LAST_PAGE ? 0 : sida - 1;
    }

    /** Whether less than the whole queue is wanted. */
    boolean narrows() {
        return words() != null || tag() != null || age() != null || state() != ReviewState.WAITING;
    }

    /** The address of one page of what is wanted, the first being 0. */
    String address(int page) {
        var address = UriComponentsBuilder.fromPath("/granskning");
        for (var part :
                new String[][] {
                    {"q", q},
                    {"alder", alder},
                    {"lage", lage},
                    {"etikett", etikett},
                    {"sortera", sortera}
                }) {
            if (given(part[1]) != null) {
                address.queryParam(part[0], "{" + part[0] + "}");
            }
        }
        return address.queryParam("sida", page + 1)
                .encode()
                .buildAndExpand(
                        Map.of(
                                "q", plain(q),
                                "alder", plain(alder),
                                "lage", plain(lage),
                                "etikett", plain(etikett),
                                "sortera", plain(sortera)))
                .toUriString();
    }

    private static String plain(@Nullable String typed) {
        return typed == null ? "" : typed;
    }

    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() || typed.indexOf(0) >= 0 ? null : typed.strip();
    }

    private static <E extends Enum<E>> @Nullable E named(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }
}
