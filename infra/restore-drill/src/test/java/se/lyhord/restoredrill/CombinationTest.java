package se.lyhord.restoredrill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CombinationTest {

    @Test
    void thereAre31AndInEachAtLeastOneKeyStaysDestroyed() {
        assertThat(Combination.all())
                .hasSize(31)
                .containsAll(Combination.telling())
                .allMatch(put -> put.forgetsVotes() || put.forgetsPseudonyms());
    }
}
