package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import se.lyhord.testkit.Platform;

class OutageTest extends OnThePlatform {

    @Test
    void withoutKafkaModeratorsDecideAndTheEventFollows() {
        var petition = submit("Cykelväg", "Till Torpa.");
        inQueue(petition);

        Platform.stopKafka();
        try {
            assertThat(decide(petition, "anna", "1", "{\"decision\":\"APPROVE\"}").statusCode())
                    .isEqualTo(204);
            assertThat(operate("GET", "/actuator/health/readiness").statusCode()).isEqualTo(200);
        } finally {
            Platform.startKafka();
        }

        await().atMost(SOON.multipliedBy(2))
                .until(() -> TestTopics.moderation(petition), found -> !found.isEmpty());
        assertThat(TestTopics.header(TestTopics.moderation(petition).getFirst(), "ce_number"))
                .isEqualTo("1");
    }

    @Test
    void withoutPostgresTheServiceSaysSoAndRecoversByItself() throws Exception {
        var petition = submit("Lekplats", "I parken.");
        inQueue(petition);

        Platform.stopPostgres();
        try {
            var refused = decide(petition, "anna", "1", "{\"decision\":\"APPROVE\"}");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            assertThat(refused.body()).contains("urn:lyhord:problem:store-away");
            pages.perform(
                            get("/granskning")
                                    .with(
                                            oidcLogin()
                                                    .authorities(
                                                            new SimpleGrantedAuthority(
                                                                    "ROLE_moderator"))))
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().string("Retry-After", "5"));
        } finally {
            Platform.startPostgres();
        }

        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(
                        () ->
                                assertThat(
                                                decide(
                                                                petition,
                                                                "anna",
                                                                "1",
                                                                "{\"decision\":\"APPROVE\"}")
                                                        .statusCode())
                                        .isEqualTo(204));
        await().atMost(SOON)
                .until(() -> TestTopics.moderation(petition), found -> !found.isEmpty());
    }
}
