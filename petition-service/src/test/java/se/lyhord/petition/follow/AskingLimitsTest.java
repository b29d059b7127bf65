package se.lyhord.petition.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AskingLimitsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final EmailAddress ANNA = new EmailAddress("anna@example.se");

    private final AskingLimits limits = new AskingLimits(2);
    private final UUID petition = UUID.randomUUID();

    @Test
    void oneAddressIsAskedAboutOnePetitionAFewTimesAnHour() {
        assertThat(limits.permits(petition, ANNA, NOW)).isTrue();
        assertThat(limits.permits(petition, ANNA, NOW)).isTrue();
        assertThat(limits.permits(petition, ANNA, NOW)).isFalse();
        assertThat(limits.permits(petition, new EmailAddress("Anna@Example.se"), NOW))
                .as("the same mailbox")
                .isFalse();
        assertThat(limits.permits(petition, new EmailAddress("bo@example.se"), NOW)).isTrue();
        assertThat(limits.permits(UUID.randomUUID(), ANNA, NOW)).isTrue();
        assertThat(limits.permits(petition, ANNA, NOW.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void oneAddressIsNotAskedAboutEveryPetitionThereIs() {
        for (int time = 0; time < 10; time++) {
            assertThat(limits.permits(UUID.randomUUID(), ANNA, NOW)).isTrue();
        }
        assertThat(limits.permits(UUID.randomUUID(), ANNA, NOW)).isFalse();
    }
}
