package se.lyhord.petition.extend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import se.lyhord.petition.extend.Watch.Absence;
import se.lyhord.petition.extend.Watch.Look;

class WatchTest {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final Watch ANSWERING = new Watch(TEN, null);

    @Test
    void absenceIsFromTheFirstLookWithoutAnAnswerToTheFirstWithOne() {
        Watch gone = ANSWERING.look(false, TEN.plusSeconds(10)).next();
        Look still = gone.look(false, TEN.plusSeconds(20));
        assertThat(still.ended()).isNull();
        assertThat(still.next().awaySince()).isEqualTo(TEN.plusSeconds(10));
        Look back = still.next().look(true, TEN.plusSeconds(30));
        assertThat(back.ended()).isEqualTo(new Absence(TEN.plusSeconds(10), TEN.plusSeconds(30)));
        assertThat(back.ended().lasted()).isEqualTo(Duration.ofSeconds(20));
        assertThat(back.next()).isEqualTo(new Watch(TEN.plusSeconds(30), null));
    }

    @Test
    void whatAnswersIsNotAway() {
        assertThat(ANSWERING.look(true, TEN.plusSeconds(10)))
                .isEqualTo(new Look(new Watch(TEN.plusSeconds(10), null), null));
    }

    @Test
    void whatNobodySawCountsAsNothing() {
        Watch gone = new Watch(TEN.plusSeconds(60), TEN);
        Instant late = TEN.plusSeconds(60).plus(Watch.LONGEST_BLINK).plusSeconds(1);
        Look after = gone.look(false, late);
        assertThat(after.ended()).isEqualTo(new Absence(TEN, TEN.plusSeconds(60)));
        assertThat(after.next()).isEqualTo(new Watch(late, late));
        assertThat(gone.look(true, late).next()).isEqualTo(new Watch(late, null));
        assertThat(ANSWERING.look(true, late).ended()).isNull();
    }
}
