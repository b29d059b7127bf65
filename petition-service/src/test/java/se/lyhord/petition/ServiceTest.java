package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.lyhord.testkit.Platform;
import se.lyhord.testkit.TestIssuer;

/** The service as it runs, on a real Kafka; a subclass names a database. */
@Tag("slow")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "lyhord.erasure-decision=KS 2026/1",
            "lyhord.impact-assessment=KS 2026/2"
        })
abstract class ServiceTest {

    static final String TEXT = "Bygg en cykelbana längs Storgatan så att alla kommer fram.";

    @LocalServerPort private int port;
    @LocalManagementPort private int managementPort;

    Api api;
    Api management;

    @DynamicPropertySource
    static void platform(DynamicPropertyRegistry registry) {
        Platform.registerKafka(registry);
        TestIssuer.register(registry);
    }

    @BeforeEach
    void connect() {
        api = new Api(port);
        management = new Api(managementPort);
    }

    static ConditionFactory await() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200));
    }

    static String bearer(String... roles) {
        return "Bearer " + TestIssuer.token("anna", "petition-service", roles);
    }

    void setVotingPeriod(String period) {
        var rules = Map.of("votingPeriod", period, "threshold", 300, "minimumAge", 13);
        assertThat(
                        api.put("/api/v1/rules", rules, "Authorization", bearer("administrator"))
                                .status())
                .isEqualTo(200);
    }

    UUID submitted(String title) {
        Api.Answer answer = api.submit(title, TEXT);
        assertThat(answer.status()).isEqualTo(201);
        return UUID.fromString(answer.text("petitionId"));
    }

    void approve(UUID petition) {
        Topics.publish(
                "moderation",
                petition,
                1,
                "PetitionApproved",
                Map.of(
                        "petitionId",
                        petition,
                        "textVersion",
                        1,
                        "decidedAt",
                        "2026-11-23T09:00:00Z"));
    }

    void awaitState(UUID petition, String state) {
        await().untilAsserted(
                        () ->
                                assertThat(api.get("/api/v1/petitions/" + petition).text("state"))
                                        .isEqualTo(state));
    }
}
