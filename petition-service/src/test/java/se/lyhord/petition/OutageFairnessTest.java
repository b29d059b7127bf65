package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import se.lyhord.local.ClusterProfile;
import se.lyhord.testkit.TestIssuer;
import se.lyhord.testkit.WrongClock;
import tools.jackson.databind.JsonNode;

/** Whoever could not vote gets the time back: measured, declared by one, confirmed by another. */
@TestPropertySource(properties = "lyhord.outage.sign-of-life=200ms")
class OutageFairnessTest extends ServiceTest {

    private static final WrongClock CLOCK = WrongClock.of(ClusterProfile.MAIN);

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        CLOCK.registerDatabase(registry, "petition");
    }

    @AfterEach
    void rightAgain() {
        CLOCK.set(Duration.ZERO);
    }

    @Test
    void whatWasMeasuredMovesDeadlinesWhenTwoHaveSaidSo() {
        UUID petition = opened();
        Instant deadline = deadline(petition);

        // Nobody signs for two hours, as far as the database knows.
        CLOCK.set(Duration.ofHours(2));
        JsonNode measured = await().until(this::measured, found -> found.size() == 1).getFirst();
        assertThat(lasted(measured)).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(125));
        String outage = "/" + measured.path("id").asString();

        assertThat(as("anna").post(outage + "/confirmation").status()).isEqualTo(409);
        assertThat(as("anna").post(outage + "/declaration").status()).isEqualTo(204);
        Api.Answer alone = as("anna").post(outage + "/confirmation");
        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.text("type")).isEqualTo("urn:lyhord:problem:own-declaration");
        assertThat(deadline(petition)).isEqualTo(deadline);

        assertThat(as("erik").post(outage + "/confirmation").status()).isEqualTo(204);
        await().until(() -> !deadline(petition).equals(deadline));
        assertThat(deadline(petition)).isEqualTo(deadline.plus(Duration.ofDays(1)));
        assertThat(as("erik").post(outage + "/confirmation").status()).isEqualTo(409);
        assertThat(events(petition)).containsExactly("SUBMITTED", "APPROVED", "OPENED", "EXTENDED");
        await().untilAsserted(
                        () ->
                                assertThat(Topics.of("petitions", petition))
                                        .last()
                                        .satisfies(
                                                it -> {
                                                    assertThat(it.type())
                                                            .contains("VotingPeriodExtended");
                                                    assertThat(it.data().path("revision").asInt())
                                                            .isEqualTo(2);
                                                }));
    }

    @Test
    void whatOneDeclaresAnotherConfirmsOrDrops() {
        UUID during = opened();
        Instant deadline = deadline(during);
        Instant now = CLOCK.now();
        Api.Answer tooShort = declare("anna", now.minusSeconds(3599), now);
        assertThat(tooShort.status()).isEqualTo(422);
        assertThat(tooShort.body().path("errors").get(0).path("field").asString()).isEqualTo("to");
        assertThat(declare("anna", now, now.plusSeconds(7200)).status()).isEqualTo(422);

        Api.Answer before = declare("anna", now.minusSeconds(90_000), now.minusSeconds(7200));
        assertThat(before.status()).isEqualTo(201);
        assertThat(as("erik").post(path(before) + "/confirmation").status()).isEqualTo(204);

        Api.Answer dropped = declare("anna", now.minusSeconds(7200), now);
        assertThat(as("anna").delete(path(dropped)).status()).isEqualTo(204);
        assertThat(as("erik").post(path(dropped) + "/confirmation").status()).isEqualTo(409);

        Api.Answer outage = declare("anna", now.minusSeconds(7200), CLOCK.now());
        assertThat(as("erik").post(path(outage) + "/confirmation").status()).isEqualTo(204);
        await().until(() -> !deadline(during).equals(deadline));
        // Only the outage in which it was open counts.
        assertThat(deadline(during)).isEqualTo(deadline.plus(Duration.ofDays(1)));
    }

    @Test
    void isForAdministratorsAlone() {
        assertThat(api.get("/api/v1/outages").status()).isEqualTo(401);
        assertThat(api.get("/api/v1/outages", "Authorization", bearer("moderator")).status())
                .isEqualTo(403);
        assertThat(as("anna").post("/" + UUID.randomUUID() + "/confirmation").status())
                .isEqualTo(404);
    }

    private UUID opened() {
        UUID petition = submitted("Fler sopkorgar");
        approve(petition);
        awaitState(petition, "OPEN");
        return petition;
    }

    private Instant deadline(UUID petition) {
        return Instant.parse(
                api.get("/api/v1/petitions/" + petition).body().path("closesAt").asString());
    }

    private List<String> events(UUID petition) {
        return api.get("/api/v1/petitions/" + petition).body().path("timeline").values().stream()
                .map(it -> it.path("event").asString())
                .toList();
    }

    private List<JsonNode> measured() {
        return as("anna").get().body().values().stream()
                .filter(it -> it.path("state").asString().equals("MEASURED"))
                .toList();
    }

    private static Duration lasted(JsonNode outage) {
        return Duration.between(
                Instant.parse(outage.path("from").asString()),
                Instant.parse(outage.path("to").asString()));
    }

    private Api.Answer declare(String administrator, Instant from, Instant to) {
        return as(administrator)
                .post("", Map.of("cause", "EID", "from", from.toString(), "to", to.toString()));
    }

    private static String path(Api.Answer created) {
        return created.header("Location").substring("/api/v1/outages".length());
    }

    private Administrator as(String name) {
        return new Administrator(
                "Bearer " + TestIssuer.token(name, "petition-service", "administrator"));
    }

    private final class Administrator {

        private final String token;

        Administrator(String token) {
            this.token = token;
        }

        Api.Answer get() {
            return api.get("/api/v1/outages", "Authorization", token);
        }

        Api.Answer post(String path) {
            return post(path, Map.of());
        }

        Api.Answer post(String path, Object body) {
            return api.post("/api/v1/outages" + path, body, "Authorization", token);
        }

        Api.Answer delete(String path) {
            return api.delete("/api/v1/outages" + path, "Authorization", token);
        }
    }
}
