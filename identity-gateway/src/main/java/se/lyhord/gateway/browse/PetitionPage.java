package se.lyhord.gateway.browse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param total petitions on all pages
 * @param staleSince when it was last read, if petition-service could not be asked now
 */
public record PetitionPage(
        List<PetitionSummary> items, int page, int size, long total, @Nullable Instant staleSince) {

    /** Number of pages, at least one. */
    public long pages() {
        return size <= 0 ? 1 : Math.max(1, (total + size - 1) / size);
    }

    PetitionPage readAt(@Nullable Instant staleSince) {
        return new PetitionPage(items, page, size, total, staleSince);
    }
}
