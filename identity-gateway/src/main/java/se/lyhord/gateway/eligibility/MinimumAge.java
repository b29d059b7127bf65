package se.lyhord.gateway.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The age a petition asks of those who vote on it.
 *
 * @param years whole years; reached on the birthday, in Swedish time
 */
public record MinimumAge(int years) {

    /** Days begin and end here. */
    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    /** Whether this person is old enough at this moment. */
    public boolean isReachedBy(PersonalIdentityNumber number, Instant now) {
        return number.ageOn(LocalDate.ofInstant(now, SWEDEN)) >= years;
    }
}
