package se.lyhord.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * What {@code ./bench votes} does.
 *
 * @param warmUp length of each run before the first that counts
 * @param length of each run that counts
 * @param concurrency connections at the same time
 * @param petitions how many are voted on
 * @param logins votes of each run of the full path
 * @param profile whether to record gateway and voting service
 */
record VotesPlan(
        Duration warmUp,
        Duration length,
        int rounds,
        List<Integer> concurrency,
        int petitions,
        List<Part> parts,
        int logins,
        boolean profile) {

    boolean measures(Part part) {
        return parts.contains(part);
    }

    /** Of all rounds and the warm-up. */
    int allLogins() {
        return measures(Part.FULL_PATH) ? (rounds + 1) * logins : 0;
    }
}
