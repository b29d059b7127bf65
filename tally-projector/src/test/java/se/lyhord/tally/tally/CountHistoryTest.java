package se.lyhord.tally.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import se.lyhord.tally.tally.CountHistory.Point;

class CountHistoryTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 3);

    @Test
    void nothing_is_told_below_the_minimum() {
        assertThat(told(10, 19).points()).isEmpty();
        assertThat(told(10, 20).points()).containsExactly(new Point(FIRST.plusDays(1), 20));
    }

    @Test
    void a_day_with_a_small_step_is_merged_into_the_next() {
        assertThat(told(20, 29, 35, 44, 45).points())
                .extracting(Point::count)
                .containsExactly(20L, 35L, 45L);
    }

    @Test
    void withdrawn_votes_are_told_in_steps_too_and_never_below_the_minimum() {
        assertThat(told(40, 31, 30, 12, 45).points())
                .extracting(Point::count)
                .containsExactly(40L, 30L, 45L);
    }

    @Test
    void the_result_is_exact_and_no_small_step_leads_to_it() {
        assertThat(told(20, 30, 40).endingWith(new Point(FIRST.plusDays(9), 43), 10).points())
                .extracting(Point::count)
                .containsExactly(20L, 30L, 43L);
        assertThat(told(20, 30).endingWith(new Point(FIRST.plusDays(1), 40), 10).points())
                .extracting(Point::count)
                .containsExactly(20L, 40L);
        assertThat(told(3).endingWith(new Point(FIRST.plusDays(1), 3), 10).points())
                .containsExactly(new Point(FIRST.plusDays(1), 3));
    }

    private static CountHistory told(long... counts) {
        List<Point> days =
                LongStream.range(0, counts.length)
                        .mapToObj(day -> new Point(FIRST.plusDays(day), counts[(int) day]))
                        .toList();
        return CountHistory.told(days, 20, 10);
    }
}
