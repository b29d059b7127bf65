package se.lyhord.tally.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final UUID PETITION = UUID.randomUUID();
    private static final FinalTally RESULT = new FinalTally(PETITION, 3, "ab".repeat(32));

    @Test
    void a_small_count_is_not_told_while_votes_are_cast() {
        assertThat(new Tally.Counting(PETITION, 0).shown(20))
                .isEqualTo(new ShownCount.FewerThan(20));
        assertThat(new Tally.Counting(PETITION, 19).shown(20))
                .isEqualTo(new ShownCount.FewerThan(20));
        assertThat(new Tally.Counting(PETITION, 20).shown(20))
                .isEqualTo(new ShownCount.Exactly(20));
        assertThat(new Tally.Counting(PETITION, 0).shown(0)).isEqualTo(new ShownCount.Exactly(0));
    }

    @Test
    void the_result_is_told_exactly_however_small() {
        assertThat(new Tally.Final(RESULT).shown(20)).isEqualTo(new ShownCount.Exactly(3));
        assertThat(new Tally.Certified(RESULT, LocalDate.of(2026, 11, 23)).shown(20))
                .isEqualTo(new ShownCount.Exactly(3));
    }

    @Test
    void what_no_recount_gives_is_no_result() {
        assertThatThrownBy(() -> new FinalTally(PETITION, -1, "ab".repeat(32)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FinalTally(PETITION, 1, "AB".repeat(32)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
