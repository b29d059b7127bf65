package se.lyhord.restoredrill;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lyhord.restoredrill.Store.KAFKA;
import static se.lyhord.restoredrill.Store.MAIN;
import static se.lyhord.restoredrill.Store.PSEUDONYM_KEYS;
import static se.lyhord.restoredrill.Store.SALTS;
import static se.lyhord.restoredrill.Store.VOTES;

import org.junit.jupiter.api.Test;

class CombinationTest {

    @Test
    void thereAre31AndAPseudonymKeyIsSparedOnlyIfNothingCanTellOfItsOrder() {
        assertThat(Combination.all()).hasSize(31).containsAll(Combination.telling());
        assertThat(Combination.all().stream().filter(put -> !put.forgetsPseudonyms()))
                .containsExactlyInAnyOrder(
                        Combination.of(MAIN, KAFKA, PSEUDONYM_KEYS),
                        Combination.of(MAIN, VOTES, KAFKA, PSEUDONYM_KEYS),
                        Combination.of(MAIN, KAFKA, SALTS, PSEUDONYM_KEYS));
    }
}
