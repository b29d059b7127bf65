package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoteChartTest {

    private static final LocalDate OPENED = LocalDate.of(2026, 3, 3);

    @Test
    void theLineStepsThroughEveryPointAndGoesOnToTheLastDay() {
        VoteChart chart = chart(300, point(2, 30), point(4, 300));

        // 10 days over 658 units from 44; 330 votes over 236 units up from 270.
        assertThat(chart.line()).isEqualTo("M175.6 248.5 V248.5 H307.2 V55.5 H702.0");
        assertThat(chart.area()).isEqualTo(chart.line() + " V270.0 H175.6 Z");
        assertThat(chart.last()).isEqualTo(new VoteChart.Mark(702, 55.5, 300));
        assertThat(chart.limit()).isEqualTo(new VoteChart.Mark(702, 55.5, 300));
        assertThat(chart.few()).isEqualTo(new VoteChart.Box(44, 255.7, 131.6, 14.3));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 7, 20, 99, 300, 301, 1234, 99_999, 1_000_000})
    void thereAreThreeRowsAtMostAboveTheBottom(long votes) {
        assertThat(chart(null, point(3, votes)).rows())
                .hasSizeBetween(2, 4)
                .allMatch(row -> row.y() >= 34 && row.y() <= 270);
    }

    @Test
    void aVoteOfOneDayIsDrawnToo() {
        VoteHistory history = new VoteHistory(20, List.of(point(0, 25)));

        VoteChart chart = VoteChart.of(history, OPENED, OPENED, null, 340, 250);

        assertThat(chart.few()).isNull();
        assertThat(chart.days()).hasSize(1);
        assertThat(chart.line()).doesNotContain("NaN");
    }

    private static VoteChart chart(Integer threshold, VoteHistory.Point... points) {
        VoteHistory history = new VoteHistory(20, List.of(points));
        return VoteChart.of(history, OPENED, OPENED.plusDays(10), threshold, 720, 300);
    }

    private static VoteHistory.Point point(int day, long count) {
        return new VoteHistory.Point(OPENED.plusDays(day), count);
    }
}
