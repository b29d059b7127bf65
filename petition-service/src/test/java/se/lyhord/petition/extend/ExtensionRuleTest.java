package se.lyhord.petition.extend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionRuleTest {

    @ParameterizedTest(name = "{1} out: {0} becomes {2}")
    @CsvSource({
        "2026-11-23T22:59:00Z, PT1H, 2026-11-24T22:59:00Z",
        "2026-11-23T22:59:00Z, PT24H, 2026-11-24T22:59:00Z",
        "2026-11-23T22:59:00Z, PT24H1S, 2026-11-25T22:59:00Z",
        "2026-11-23T22:59:00Z, PT80H, 2026-11-27T22:59:00Z",
        // Clocks change in between: still 23.59 in Sweden.
        "2027-03-27T22:59:00Z, PT2H, 2027-03-28T21:59:00Z",
        "2027-10-30T21:59:00Z, PT2H, 2027-10-31T22:59:00Z",
    })
    void aDayForEachDayBegunAtTheSameTimeOfDay(Instant closesAt, Duration out, Instant moved) {
        assertThat(ExtensionRule.extended(closesAt, out)).isEqualTo(moved);
    }
}
