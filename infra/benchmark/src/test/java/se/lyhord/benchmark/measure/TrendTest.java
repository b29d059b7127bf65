package se.lyhord.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TrendTest {

    @Test
    void whatRisesEveryTimeGrows() {
        Trend trend = Trend.of(List.of(100.0, 102.0, 104.0, 106.0, 108.0, 110.0));
        assertThat(trend.rise()).isCloseTo(10.0 / 104, within(1e-9));
        assertThat(trend.grows(0.05)).isTrue();
        assertThat(trend.grows(0.2)).isFalse();
    }

    @Test
    void whatGoesUpAndDownDoesNotGrow() {
        assertThat(Trend.of(List.of(100.0, 120.0, 90.0, 125.0, 95.0, 110.0)).grows(0)).isFalse();
    }

    @Test
    void oneOutlierMovesNothing() {
        assertThat(Trend.of(List.of(100.0, 101.0, 100.0, 99.0, 100.0, 900.0)).grows(0.05))
                .isFalse();
    }

    @Test
    void whatFallsDoesNotGrow() {
        List<Double> falling =
                DoubleStream.iterate(100, figure -> figure - 1).limit(10).boxed().toList();
        assertThat(Trend.of(falling).grows(0)).isFalse();
        assertThat(Trend.of(falling).rise()).isNegative();
    }

    @Test
    void whatNeverChangesDoesNotGrow() {
        assertThat(Trend.of(List.of(0.0, 0.0, 0.0, 0.0, 0.0)).grows(0)).isFalse();
    }
}
