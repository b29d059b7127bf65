package se.lyhord.tally.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class BallotBoxFenceTest {

    private static final UUID PETITION = UUID.randomUUID();
    private static final String DIGEST = "ab".repeat(32);
    private final BallotBoxFence fence = new BallotBoxFence(PETITION, 3, DIGEST);

    @Test
    void agrees_with_what_it_stated() {
        var recounted = new FinalTally(PETITION, 3, DIGEST);
        assertThat(fence.agree(recounted)).isEqualTo(recounted);
    }

    @Test
    void refuses_another_count_or_another_digest() {
        assertThatThrownBy(() -> fence.agree(new FinalTally(PETITION, 4, DIGEST)))
                .isInstanceOf(ListRefused.class);
        assertThatThrownBy(() -> fence.agree(new FinalTally(PETITION, 3, "cd".repeat(32))))
                .isInstanceOf(ListRefused.class);
    }
}
