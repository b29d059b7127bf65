package se.lyhord.moderation.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueAgeTest {

    @ParameterizedTest
    @CsvSource({"0,FRESH", "2,FRESH", "3,SOON", "5,SOON", "6,LATE", "40,LATE"})
    void thePromiseIsFiveDays(long days, QueueAge age) {
        assertThat(QueueAge.of(days, 5)).isEqualTo(age);
    }

    @Test
    void aDayBeginsAtMidnightInSweden() {
        var beforeMidnight = Instant.parse("2026-11-22T22:59:59Z");
        var afterMidnight = Instant.parse("2026-11-22T23:00:00Z");
        assertThat(QueueAge.days(beforeMidnight, afterMidnight)).isEqualTo(1);
    }

    @Test
    void aDayMayHaveTwentyThreeHours() {
        var saturdayNoon = Instant.parse("2026-03-28T11:00:00Z");
        var sundayNoon = Instant.parse("2026-03-29T10:00:00Z");
        assertThat(QueueAge.days(saturdayNoon, sundayNoon)).isEqualTo(1);
    }
}
