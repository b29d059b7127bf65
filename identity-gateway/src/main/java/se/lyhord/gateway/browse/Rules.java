package se.lyhord.gateway.browse;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * The rules a petition opened under.
 *
 * @param threshold votes needed for a committee to take it up
 * @param minimumAge full years
 * @param votingPeriod ISO 8601, such as {@code P90D}
 */
public record Rules(int version, int threshold, int minimumAge, String votingPeriod) {

    /** Whole days of voting; 0 for a period shorter than a day, or one that cannot be read. */
    public long days() {
        try {
            return Duration.parse(votingPeriod).toDays();
        } catch (DateTimeParseException e) {
            return 0;
        }
    }
}
