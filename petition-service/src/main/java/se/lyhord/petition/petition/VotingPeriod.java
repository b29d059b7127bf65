package se.lyhord.petition.petition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * How long a petition is open for votes. Whole days end at 23:59 Swedish time on the last day,
 * whatever daylight saving does in between; a duration shorter than a day is exact.
 */
public sealed interface VotingPeriod {

    /** Where days and deadlines are reckoned. */
    ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    /** The longest period a municipality may set, in days. */
    int LONGEST_DAYS = 730;

    /** The instant from which no vote counts, for a petition that opens at {@code opensAt}. */
    Instant closesAt(Instant opensAt);

    /** The period as ISO 8601: {@code P90D}, {@code PT40S}. */
    @JsonValue
    String text();

    /**
     * Reads ISO 8601: whole days ({@code P90D}, {@code P12W}) or an exact time below a day ({@code
     * PT40S}).
     *
     * @throws IllegalArgumentException when it is neither, not positive, or longer than {@value
     *     #LONGEST_DAYS} days
     */
    @JsonCreator
    static VotingPeriod of(String text) {
        try {
            if (text.startsWith("PT")) {
                return new Exact(Duration.parse(text));
            }
            Period period = Period.parse(text);
            if (period.toTotalMonths() != 0) {
                throw new IllegalArgumentException("months differ in length");
            }
            return new WholeDays(period.getDays());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a voting period", e);
        }
    }

    /** Open for a number of days after the day of opening, the last one to its end. */
    record WholeDays(int days) implements VotingPeriod {

        private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

        public WholeDays {
            if (days < 1 || days > LONGEST_DAYS) {
                throw new IllegalArgumentException("days out of range");
            }
        }

        @Override
        public Instant closesAt(Instant opensAt) {
            return opensAt.atZone(STOCKHOLM)
                    .toLocalDate()
                    .plusDays(days)
                    .atTime(LAST_MINUTE)
                    .atZone(STOCKHOLM)
                    .toInstant();
        }

        @Override
        public String text() {
            return "P" + days + "D";
        }
    }

    /** Open for exactly this long; for trying out and for tests. */
    record Exact(Duration duration) implements VotingPeriod {

        public Exact {
            if (duration.compareTo(Duration.ofSeconds(1)) < 0
                    || duration.compareTo(Duration.ofDays(1)) >= 0) {
                throw new IllegalArgumentException("duration out of range");
            }
        }

        @Override
        public Instant closesAt(Instant opensAt) {
            return opensAt.plus(duration);
        }

        @Override
        public String text() {
            return duration.toString();
        }
    }
}
