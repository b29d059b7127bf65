package se.lyhord.local.run;

import java.time.Duration;

/**
 * How fast the system shows what happens. Real installations wait for more votes and longer, so
 * that a count does not betray who just voted.
 *
 * @param lease how long a service may use a key it has read
 * @param countInterval time between two counts of a petition
 * @param countMinimumChange least difference between two published counts
 * @param publicMinimum below this many votes the public sees "fewer than"
 */
public record Pace(
        Duration lease, Duration countInterval, int countMinimumChange, int publicMinimum) {

    /** For one person trying things out. */
    public static final Pace LOCAL = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(2), 1, 2);
}
