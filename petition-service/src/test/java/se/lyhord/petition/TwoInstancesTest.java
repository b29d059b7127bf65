package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import se.lyhord.local.Ports;

/** Two processes on one database, and one that starts alone. */
class TwoInstancesTest extends PetitionServiceTest {

    @Autowired private Environment environment;
    @TempDir private Path folder;

    @AfterEach
    void longPeriodAgain() {
        setVotingPeriod("P90D");
    }

    @Test
    void closeEachPetitionOnceAndOneGoesOnWhenTheOtherDies() {
        setVotingPeriod("PT4S");
        try (SecondInstance second = new SecondInstance(environment, folder, Map.of())) {
            List<UUID> petitions = openSome();
            petitions.forEach(it -> awaitState(it, "CLOSED"));
            Api other = second.api();
            petitions.forEach(
                    it ->
                            assertThat(other.get("/api/v1/petitions/" + it).text("state"))
                                    .isEqualTo("CLOSED"));
            petitions.forEach(TwoInstancesTest::awaitPublishedOnce);

            List<UUID> more = openSome();
            second.kill();
            more.forEach(it -> awaitState(it, "CLOSED"));
            more.forEach(TwoInstancesTest::awaitPublishedOnce);
        }
    }

    @Test
    void aKilledInstancesEventsAreTakenUpSoon() {
        try (SecondInstance second = new SecondInstance(environment, folder, Map.of())) {
            openSome().forEach(it -> awaitState(it, "OPEN")); // both have their share by now
            second.kill();
            List<UUID> more = openSome();
            await().atMost(Duration.ofSeconds(25))
                    .untilAsserted(
                            () -> more.forEach(it -> assertThat(state(it)).isEqualTo("OPEN")));
        }
    }

    @Test
    void startsWithNeitherKafkaNorTheStaffsLogin() {
        String nobody = "127.0.0.1:" + Ports.free();
        Map<String, String> alone =
                Map.of(
                        "spring.cloud.stream.kafka.binder.brokers",
                        nobody,
                        "lyhord.staff.jwk-set-uri",
                        "http://" + nobody + "/jwks");
        UUID petition;
        try (SecondInstance second = new SecondInstance(environment, folder, alone)) {
            Api other = second.api();
            Api.Answer answer = other.submit("Ensam är stark", TEXT);
            assertThat(answer.status()).isEqualTo(201);
            petition = UUID.fromString(answer.text("petitionId"));
            assertThat(other.get("/api/v1/status/" + answer.text("statusKey")).text("state"))
                    .isEqualTo("IN_REVIEW");
            Api.Answer staff =
                    other.put("/api/v1/rules", Map.of(), "Authorization", bearer("administrator"));
            assertThat(staff.status()).isEqualTo(503);
            assertThat(staff.header("Retry-After")).isEqualTo("5");
            assertThat(staff.text("type")).isEqualTo("urn:lyhord:problem:login-unavailable");
        }
        await().until(() -> Topics.of("petitions", petition).size() == 1);
    }

    private String state(UUID petition) {
        return api.get("/api/v1/petitions/" + petition).text("state");
    }

    private List<UUID> openSome() {
        List<UUID> petitions =
                IntStream.range(0, 5).mapToObj(it -> submitted("Förslag " + it)).toList();
        petitions.forEach(this::approve);
        return petitions;
    }

    /** An event that was repeated at the death of an instance carries the number it had. */
    private static void awaitPublishedOnce(UUID petition) {
        await().untilAsserted(
                        () ->
                                assertThat(
                                                Topics.of("petitions", petition).stream()
                                                        .map(it -> it.number() + " " + it.type())
                                                        .distinct())
                                        .containsExactly(
                                                "1 se.lyhord.petitions.PetitionSubmitted.v1",
                                                "2 se.lyhord.petitions.PetitionOpened.v1",
                                                "3 se.lyhord.petitions.PetitionClosed.v1"));
    }
}
