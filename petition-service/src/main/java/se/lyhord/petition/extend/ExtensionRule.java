package se.lyhord.petition.extend;

import java.time.Duration;
import java.time.Instant;
import se.lyhord.petition.petition.VotingPeriod;

/**
 * The published rule: if nobody could vote for at least an hour, every petition that was open for
 * votes then stays open one day longer for each day begun of the outage, to the same time of day in
 * Sweden.
 */
final class ExtensionRule {

    /** What is shorter moves no deadline. */
    static final Duration SHORTEST = Duration.ofHours(1);

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private ExtensionRule() {}

    /** The deadline after an outage that lasted this long, at least {@link #SHORTEST}. */
    static Instant extended(Instant closesAt, Duration outage) {
        return closesAt.atZone(VotingPeriod.STOCKHOLM).plusDays(days(outage)).toInstant();
    }

    /** How many days an outage gives back: one for each begun. */
    static long days(Duration outage) {
        return Math.ceilDiv(outage.toSeconds(), DAY);
    }
}
