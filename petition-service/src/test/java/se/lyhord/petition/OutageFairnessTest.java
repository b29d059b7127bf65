package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import se.lyhord.local.ClusterProfile;
import se.lyhord.testkit.TestIssuer;
import se.lyhord.testkit.WrongClock;
import tools.jackson.databind.JsonNode;

/** Whoever could not vote gets the time back: measured, declared by one, confirmed by another. */
@TestPropertySource(properties = "lyhord.outage.sign-of-life=200ms")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutageFairnessTest extends ServiceTest {

    private static final WrongClock CLOCK = WrongClock.of(ClusterProfile.MAIN);
    private static final String REASON = "Inloggningen svarade inte.";
    private static final WatchedStandIn VOTING = new WatchedStandIn();
    private static final WatchedStandIn OTHERS = new WatchedStandIn();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        CLOCK.registerDatabase(registry, "petition");
        registry.add("lyhord.outage.watch.voting", VOTING::url);
        registry.add("lyhord.outage.watch.gateway", OTHERS::url);
        registry.add("lyhord.outage.watch.eid", OTHERS::url);
    }

    @AfterEach
    void rightAgain() {
        CLOCK.set(Duration.ZERO);
    }

    @Test
    @Order(2)
    void whatWasMeasuredMovesDeadlinesWhenTwoHaveSaidSo() {
        UUID petition = opened();
        Instant deadline = deadline(petition);

        // Nobody signs for two hours, as far as the database knows.
        CLOCK.set(Duration.ofHours(2));
        JsonNode measured = await().until(this::measured, found -> found.size() == 1).getFirst();
        assertThat(missing(measured)).isEqualTo("PETITIONS");
        assertThat(lasted(measured)).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(125));
        String outage = "/" + measured.path("id").asString();

        assertThat(as("anna").post(outage + "/confirmation").status()).isEqualTo(409);
        assertThat(as("anna").post(outage + "/declaration").status()).isEqualTo(422);
        assertThat(as("anna").post(outage + "/declaration", because()).status()).isEqualTo(204);
        assertThat(as("anna").post(outage + "/declaration", because()).status()).isEqualTo(409);
        Api.Answer alone = as("anna").post(outage + "/confirmation");
        assertThat(alone.status()).isEqualTo(403);
        assertThat(alone.text("type")).isEqualTo("urn:lyhord:problem:own-declaration");
        assertThat(deadline(petition)).isEqualTo(deadline);

        assertThat(as("erik").post(outage + "/confirmation").status()).isEqualTo(204);
        await().until(() -> !deadline(petition).equals(deadline));
        assertThat(deadline(petition)).isEqualTo(deadline.plus(Duration.ofDays(1)));
        assertThat(as("erik").post(outage + "/confirmation").status()).isEqualTo(409);
        assertThat(events(petition)).containsExactly("SUBMITTED", "APPROVED", "OPENED", "EXTENDED");
        assertThatWhoAndWhenAreKept(outage.substring(1));
        assertThatEverybodyIsToldButNotByWhom();
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
    @Order(1)
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

        Api.Answer overlapping = declare("anna", now.minusSeconds(10_000), now.minusSeconds(3600));
        Api.Answer twice = as("erik").post(path(overlapping) + "/confirmation");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text("type")).isEqualTo("urn:lyhord:problem:outage-counted");
        assertThat(as("anna").delete(path(overlapping)).status()).isEqualTo(204);
    }

    private void assertThatWhoAndWhenAreKept(String id) {
        JsonNode kept =
                as("anna").get("").body().values().stream()
                        .filter(it -> it.path("id").asString().equals(id))
                        .findFirst()
                        .orElseThrow();
        assertThat(kept.path("reason").asString()).isEqualTo(REASON);
        assertThat(missing(kept)).isEqualTo("PETITIONS");
        assertThat(kept.path("declared").path("byName").asString()).isEqualTo("anna");
        assertThat(kept.path("confirmed").path("by").asString()).isEqualTo("erik");
        assertThat(Instant.parse(kept.path("confirmed").path("at").asString()))
                .isAfterOrEqualTo(Instant.parse(kept.path("declared").path("at").asString()));
        assertThat(kept.path("extended").asInt()).isPositive();
    }

    private void assertThatEverybodyIsToldButNotByWhom() {
        JsonNode told = told();
        assertThat(told.path("outages").get(0).path("confirmed").asBoolean()).isTrue();
        assertThat(told.path("outages").get(0).path("days").asInt()).isEqualTo(1);
        assertThat(told.toString()).doesNotContain("anna", "erik", REASON);
    }

    private JsonNode told() {
        return api.get("/api/v1/public-outages").body();
    }

    private static String missing(JsonNode outage) {
        return outage.path("missing").asString("");
    }

    private static Map<String, String> because() {
        return Map.of("reason", REASON);
    }

    /** Steps of the clock that are shorter than what nobody looks at; the last one is over. */
    @Test
    @Order(3)
    void aPartThatAnswersNobodyForAnHourIsProposedAsAnOutage() {
        CLOCK.set(Duration.ofHours(3));
        VOTING.answers(false);
        await().until(() -> !as("rolf", "auditor").get("/away").body().isEmpty());
        assertThat(as("rolf", "auditor").get("/away").body().get(0).path("part").asString())
                .isEqualTo("VOTING");
        for (int minutes = 0; minutes <= 64; minutes += 4) {
            CLOCK.set(Duration.ofHours(3).plusMinutes(minutes));
            VOTING.awaitLooks(2);
        }
        assertThat(told().path("awayNow").get(0).asString()).isEqualTo("PLATFORM");
        VOTING.answers(true);

        JsonNode found =
                await().until(
                                () ->
                                        measured().stream()
                                                .filter(it -> missing(it).equals("VOTING"))
                                                .toList(),
                                all -> all.size() == 1)
                        .getFirst();
        assertThat(lasted(found)).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(68));
        assertThat(found.path("cause").asString()).isEqualTo("PLATFORM");
        assertThat(told().path("awayNow").isEmpty()).isTrue();
    }

    @Test
    @Order(4)
    void isForAdministratorsAloneAndReadByTheStaff() {
        assertThat(api.get("/api/v1/outages").status()).isEqualTo(401);
        assertThat(as("rolf", "auditor").get("").status()).isEqualTo(200);
        assertThat(as("tove", "tracker-list-reader").get("").status()).isEqualTo(403);
        assertThat(as("rolf", "auditor").post("", Map.of()).status()).isEqualTo(403);
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
        return as("anna").get("").body().values().stream()
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
                .post(
                        "",
                        Map.of(
                                "cause",
                                "EID",
                                "from",
                                from.toString(),
                                "to",
                                to.toString(),
                                "reason",
                                REASON));
    }

    private static String path(Api.Answer created) {
        return created.header("Location").substring("/api/v1/outages".length());
    }

    private Employee as(String name) {
        return as(name, "administrator");
    }

    private Employee as(String name, String role) {
        return new Employee("Bearer " + TestIssuer.token(name, "petition-service", role));
    }

    private final class Employee {

        private final String token;

        Employee(String token) {
            this.token = token;
        }

        Api.Answer get(String path) {
            return api.get("/api/v1/outages" + path, "Authorization", token);
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
