package se.lyhord.gateway.browse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param total petitions on all pages
 * @param standings how many the same words find of each standing, by its name
 * @param committees how many the same words find that each committee has answered, by its code
 * @param staleSince when it was last read, if petition-service could not be asked now
 */
public record PetitionPage(
        List<PetitionSummary> items,
        int page,
        int size,
        long total,
        @Nullable Map<String, Long> standings,
        @Nullable Map<String, Long> committees,
        @Nullable Instant staleSince) {

    private static final int NEIGHBOURS = 2;

    /** Number of pages, at least one. */
    public long pages() {
        return size <= 0 ? 1 : Math.max(1, (total + size - 1) / size);
    }

    /** Numbers of the pages to link to, from 1: the first, the last, and those around this one. */
    public List<Long> links() {
        return LongStream.rangeClosed(1, pages())
                .filter(
                        number ->
                                number == 1
                                        || number == pages()
                                        || Math.abs(number - page - 1) <= NEIGHBOURS)
                .boxed()
                .toList();
    }

    /** How many there are of this standing. */
    public long of(Standing standing) {
        return standings == null ? 0 : standings.getOrDefault(standing.name(), 0L);
    }

    /** How many the same words find, whatever has become of them. */
    public long ofAllStandings() {
        return standings == null
                ? total
                : standings.values().stream().mapToLong(Long::longValue).sum();
    }

    PetitionPage readAt(@Nullable Instant staleSince) {
        return new PetitionPage(items, page, size, total, standings, committees, staleSince);
    }
}
