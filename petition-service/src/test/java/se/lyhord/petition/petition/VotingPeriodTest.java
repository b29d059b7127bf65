package se.lyhord.petition.petition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VotingPeriodTest {

    @ParameterizedTest(name = "{0} from {1} ends {2}")
    @CsvSource({
        // Winter all through: one hour before UTC midnight is 23:59 at home less an hour.
        "P1D,  2026-11-23T10:00:00Z, 2026-11-24T22:59:00Z",
        // Opened in winter time, closes in summer time (clocks move on 29 March 2026).
        "P1D,  2026-03-28T10:00:00Z, 2026-03-29T21:59:00Z",
        "P90D, 2026-01-15T10:00:00Z, 2026-04-15T21:59:00Z",
        // Opened in summer time, closes in winter time (25 October 2026).
        "P1D,  2026-10-24T10:00:00Z, 2026-10-25T22:59:00Z",
        "P90D, 2026-09-01T10:00:00Z, 2026-11-30T22:59:00Z",
        // 23:30 UTC is already the next day in Sweden.
        "P1D,  2026-11-23T23:30:00Z, 2026-11-25T22:59:00Z",
        "P1D,  2026-06-30T22:30:00Z, 2026-07-02T21:59:00Z",
        // Within the hour that comes twice.
        "P1D,  2026-10-25T00:30:00Z, 2026-10-26T22:59:00Z",
        "P1D,  2026-10-25T01:30:00Z, 2026-10-26T22:59:00Z",
        // Leap day.
        "P1D,  2028-02-28T10:00:00Z, 2028-02-29T22:59:00Z",
        "P12W, 2026-11-23T10:00:00Z, 2027-02-15T22:59:00Z",
    })
    void wholeDaysEndAtOneMinuteToMidnightSwedishTime(
            String period, Instant opensAt, Instant closesAt) {
        assertThat(VotingPeriod.of(period).closesAt(opensAt)).isEqualTo(closesAt);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-29", "2026-10-25", "2026-06-01", "2026-12-31"})
    void theLastDayReadsTheSameOnEveryCalendar(String day) {
        Instant noonBefore = Instant.parse(day + "T12:00:00Z").minus(Duration.ofDays(1));
        ZonedDateTime end =
                VotingPeriod.of("P1D").closesAt(noonBefore).atZone(VotingPeriod.STOCKHOLM);
        assertThat(end.toLocalDateTime()).hasToString(day + "T23:59");
    }

    @Test
    void anExactPeriodIsExactOverTheChangeToSummerTime() {
        Instant before = Instant.parse("2026-03-29T00:59:30Z");
        assertThat(VotingPeriod.of("PT40S").closesAt(before))
                .isEqualTo(Instant.parse("2026-03-29T01:00:10Z"));
    }

    @ParameterizedTest
    @CsvSource({"P90D,P90D", "P12W,P84D", "P1W1D,P8D", "PT40S,PT40S", "PT90M,PT1H30M"})
    void isWrittenOneWay(String given, String text) {
        assertThat(VotingPeriod.of(given).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "90",
                "P",
                "P0D",
                "P-1D",
                "P3M",
                "P1Y",
                "P731D",
                "PT",
                "PT0S",
                "PT-40S",
                "PT24H",
                "P1DT1H",
                "P99999999999D",
                "PT0.5S"
            })
    void refusesWhatIsNoPeriod(String given) {
        assertThatIllegalArgumentException().isThrownBy(() -> VotingPeriod.of(given));
    }
}
