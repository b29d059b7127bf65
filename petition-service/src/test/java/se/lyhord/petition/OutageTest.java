package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.lyhord.testkit.Platform;

/** What goes on while a part is away, and what follows when it is back. */
class OutageTest extends PetitionServiceTest {

    private boolean kafkaAway;
    private boolean postgresAway;

    @AfterEach
    void everythingBack() {
        if (kafkaAway) {
            Platform.startKafka();
        }
        if (postgresAway) {
            Platform.startPostgres();
        }
    }

    @Test
    void takesAndShowsPetitionsWithoutKafkaAndPublishesThemLater() {
        UUID earlier = submitted("Före avbrottet");
        approve(earlier);
        awaitState(earlier, "OPEN");
        Platform.stopKafka();
        kafkaAway = true;

        Api.Answer answer = api.submit("Under avbrottet", TEXT);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(api.get("/api/v1/status/" + answer.text("statusKey")).text("state"))
                .isEqualTo("IN_REVIEW");
        assertThat(api.get("/api/v1/petitions/" + earlier).status()).isEqualTo(200);
        assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(200);

        Platform.startKafka();
        kafkaAway = false;
        UUID petition = UUID.fromString(answer.text("petitionId"));
        await().untilAsserted(
                        () ->
                                assertThat(Topics.of("petitions", petition))
                                        .extracting(Topics.Published::type)
                                        .contains("se.lyhord.petitions.PetitionSubmitted.v1"));
        approve(petition);
        awaitState(petition, "OPEN");
    }

    @Test
    void saysWhenToComeBackWithoutPostgresAndRecoversByItself() {
        Platform.stopPostgres();
        postgresAway = true;
        for (Api.Answer answer :
                new Api.Answer[] {
                    api.submit("Utan databas", TEXT), api.get("/api/v1/petitions"),
                }) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("5");
            assertThat(answer.text("type")).isEqualTo("urn:lyhord:problem:unavailable");
        }
        assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(management.get("/actuator/health/liveness").status()).isEqualTo(200);

        Platform.startPostgres();
        postgresAway = false;
        await().until(() -> api.get("/api/v1/petitions").status() == 200);
        UUID petition = submitted("Med databas igen");
        approve(petition);
        awaitState(petition, "OPEN");
        await().until(() -> Topics.of("petitions", petition).size() == 2);
    }
}
