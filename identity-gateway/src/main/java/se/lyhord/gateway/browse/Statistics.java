package se.lyhord.gateway.browse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How it goes on the whole, as petition-service tells it.
 *
 * @param petitions how many of each standing, by its name
 * @param finalVotes votes in all votes that have ended
 * @param promisedDays the municipality's promise, from the close of the vote to the decision
 */
public record Statistics(
        Map<String, Long> petitions,
        long finalVotes,
        int promisedDays,
        List<Replies> replies,
        Waiting waiting) {

    /**
     * How one committee has answered.
     *
     * @param medianDays half of the answers took so long or shorter
     * @param inTime how many came within the promise
     */
    public record Replies(String committee, long answered, int medianDays, long inTime) {}

    /** What waits for an answer, and how much of it longer than promised. */
    public record Waiting(long petitions, long late, @Nullable Integer longestDays) {}

    /** How many there are of this standing. */
    public long of(Standing standing) {
        return petitions.getOrDefault(standing.name(), 0L);
    }

    /** How many there are in all. */
    public long total() {
        return petitions.values().stream().mapToLong(Long::longValue).sum();
    }
}
