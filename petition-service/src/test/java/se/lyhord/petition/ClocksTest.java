package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lyhord.local.ClusterProfile;
import se.lyhord.petition.petition.VotingPeriod;
import se.lyhord.testkit.WrongClock;
import tools.jackson.databind.JsonNode;

/**
 * Deadlines while this service's clock, its database's, is wrong. A deadline is fixed and published
 * once; a wrong clock closes early or late and never moves it.
 */
@Timeout(180)
class ClocksTest extends ServiceTest {

    private static final WrongClock CLOCK = WrongClock.of(ClusterProfile.MAIN);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        CLOCK.registerDatabase(registry, "petition");
    }

    @AfterEach
    void rightAgain() {
        CLOCK.set(Duration.ZERO);
        setVotingPeriod("P90D");
    }

    @ParameterizedTest
    @ValueSource(longs = {10, -10})
    void closesByItsOwnClockAndPublishesTheDeadlineItShows(long minutesAhead) {
        setVotingPeriod("PT2H");
        UUID petition = opened();
        Instant deadline = deadline(petition);
        CLOCK.set(deadline.minusSeconds(5));
        assertThat(view(petition).path("state").asString()).isEqualTo("OPEN");

        CLOCK.set(Duration.between(Instant.now(), deadline).plusMinutes(minutesAhead));
        if (minutesAhead < 0) {
            await().during(Duration.ofSeconds(3))
                    .until(() -> view(petition).path("state").asString().equals("OPEN"));
            CLOCK.set(deadline);
        }
        awaitState(petition, "CLOSED");
        assertThat(deadline(petition)).isEqualTo(deadline);
        JsonNode closed = published(petition, "PetitionClosed").getFirst();
        assertThat(closed.path("revision").asInt()).isEqualTo(1);
        assertThat(Instant.parse(closed.path("closedAt").asString())).isAfterOrEqualTo(deadline);
        assertThat(published(petition, "PetitionOpened"))
                .extracting(it -> Instant.parse(it.path("closesAt").asString()))
                .containsExactly(deadline);
    }

    @Test
    void isClosedOnceThoughTheClockStepsBack() {
        setVotingPeriod("PT2H");
        UUID petition = opened();
        Instant deadline = deadline(petition);
        CLOCK.set(deadline.plusSeconds(1));
        awaitState(petition, "CLOSED");
        CLOCK.set(deadline.minus(Duration.ofMinutes(10)));
        await().during(Duration.ofSeconds(3))
                .until(() -> view(petition).path("state").asString().equals("CLOSED"));
        CLOCK.set(deadline.plusSeconds(1));
        await().during(Duration.ofSeconds(3))
                .until(() -> published(petition, "PetitionClosed").size() == 1);
    }

    /** What the page shows, what other services are told and when it closes are one instant. */
    @ParameterizedTest(name = "{0} opened {1} closes {2}")
    @CsvSource({
        "P1D,  2027-03-27T12:00:00Z, 2027-03-28T23:59",
        "P2D,  2027-03-26T23:30:00Z, 2027-03-29T23:59",
        "P1D,  2027-10-30T12:00:00Z, 2027-10-31T23:59",
        "P1D,  2027-10-31T00:30:00Z, 2027-11-01T23:59",
        "P1D,  2027-10-31T01:30:00Z, 2027-11-01T23:59",
        // Would end within the hour that is left out, or within the one that comes twice.
        "PT1H, 2027-03-28T00:30:00Z, 2027-03-28T03:30",
        "PT1H, 2027-10-31T00:30:00Z, 2027-10-31T02:30",
    })
    void closesWhenTheShownDeadlineHasPassedThoughClocksChange(
            String period, Instant opening, LocalDateTime closing) {
        CLOCK.set(opening);
        setVotingPeriod(period);
        UUID petition = opened();
        Instant deadline = deadline(petition);
        assertThat(deadline.atZone(VotingPeriod.STOCKHOLM).toLocalDateTime())
                .isBetween(closing, closing.plusMinutes(1));
        CLOCK.set(deadline.minusSeconds(10));
        await().during(Duration.ofSeconds(2))
                .until(() -> view(petition).path("state").asString().equals("OPEN"));
        CLOCK.set(deadline);
        awaitState(petition, "CLOSED");
        assertThat(published(petition, "PetitionOpened"))
                .extracting(it -> Instant.parse(it.path("closesAt").asString()))
                .containsExactly(deadline);
    }

    private UUID opened() {
        UUID petition = submitted("Bänkar vid ån");
        approve(petition);
        awaitState(petition, "OPEN");
        return petition;
    }

    private Instant deadline(UUID petition) {
        return Instant.parse(view(petition).path("closesAt").asString());
    }

    private JsonNode view(UUID petition) {
        return api.get("/api/v1/petitions/" + petition).body();
    }

    /** Waits until there is one. */
    private static List<JsonNode> published(UUID petition, String event) {
        return await().until(
                        () ->
                                Topics.of("petitions", petition).stream()
                                        .filter(it -> it.type().contains("." + event + "."))
                                        .map(Topics.Published::data)
                                        .toList(),
                        found -> !found.isEmpty());
    }
}
