package se.lyhord.restoredrill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CombinationTest {

    @Test
    void thereAre31AndAPseudonymKeyIsSparedOnlyIfNothingCanTellOfItsOrder() {
        assertThat(Combination.all()).hasSize(31).containsAll(Combination.telling());
        assertThat(Combination.all().stream().filter(put -> !put.forgetsPseudonyms()))
                .allMatch(
                        put ->
                                put.old().contains(Store.MAIN)
                                        && put.old().contains(Store.KAFKA)
                                        && put.old().contains(Store.PSEUDONYM_KEYS));
    }
}
