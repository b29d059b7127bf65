package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.lyhord.contracts.Contracts;
import se.lyhord.testkit.TestIssuer;

class ReviewJourneyTest extends OnThePlatform {

    private static final String APPROVE = "{\"decision\":\"APPROVE\"}";
    private static final String REJECT = "{\"decision\":\"REJECT\",\"reason\":\"UNCLEAR\"}";
    private static final String HIDE =
            "{\"decision\":\"REJECT\",\"reason\":\"OFFENSIVE\",\"note\":\"Hot mot granne\"}";
    private static final String CONFIRM = "{\"decision\":\"CONFIRM\"}";

    @Autowired JdbcClient jdbc;

    @Test
    void aSubmittedPetitionIsQueuedApprovedAndPublished() {
        var petition = submit("Fler bänkar", "Det saknas bänkar.");

        var item = inQueue(petition);
        assertThat(item.get("title").asString()).isEqualTo("Fler bänkar");
        assertThat(decide(petition, "anna", "\"1\"", APPROVE).statusCode()).isEqualTo(204);

        var message = published(petition);
        assertThat(TestTopics.header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(TestTopics.header(message, "ce_id")).isEqualTo(petition + "-moderation-1");
        assertThat(TestTopics.header(message, "ce_source")).isEqualTo("/lyhord/moderation-service");
        assertThat(TestTopics.header(message, "ce_type"))
                .isEqualTo("se.lyhord.moderation.PetitionApproved.v1");
        assertThat(TestTopics.header(message, "ce_subject")).isEqualTo(petition.toString());
        assertThat(TestTopics.header(message, "ce_number")).isEqualTo("1");
        assertThat(TestTopics.header(message, "ce_time")).isNotNull();
        Contracts.assertValid(
                "moderation", "PetitionApproved", message.value().getBytes(StandardCharsets.UTF_8));
        assertThat(message.value())
                .contains("\"petitionId\":\"" + petition + "\"", "\"textVersion\":1")
                .doesNotContain("anna");
        assertThat(queued(petition)).isNull();
    }

    @Test
    void aRejectionThatHidesTheTextTakesTwoAndTellsTheReasonAndNothingElse() {
        var petition = submit("Dumma grannen", "Han ska bort.");
        inQueue(petition);

        assertThat(decide(petition, "anna", "1", HIDE).statusCode()).isEqualTo(204);
        await().atMost(SOON).until(() -> queued(petition) == null);
        var alone = decide(petition, "anna", "2", CONFIRM);
        assertThat(alone.statusCode()).isEqualTo(409);
        assertThat(decide(petition, "erik", "1", CONFIRM).statusCode()).isEqualTo(412);
        assertThat(TestTopics.moderation(petition)).isEmpty();
        assertThat(decide(petition, "erik", "2", CONFIRM).statusCode()).isEqualTo(204);

        assertThat(published(petition).value())
                .contains("\"reason\":\"OFFENSIVE\"", "\"textHidden\":true")
                .doesNotContain("Hot mot granne", "Dumma", "anna");
    }

    @Test
    void aPetitionThatIsTakenBackLeavesTheQueue() {
        var petition = submit("Bastu vid sjön", "Gärna vedeldad.");
        inQueue(petition);

        TestTopics.send(
                "PetitionWithdrawn",
                petition,
                2,
                """
                {"petitionId":"%s","textVersion":1,"withdrawnAt":"2026-11-23T09:00:00Z"}
                """
                        .formatted(petition));
        await().atMost(SOON).until(() -> queued(petition) == null);

        var late = decide(petition, "anna", "1", APPROVE);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(TestTopics.moderation(petition)).isEmpty();
    }

    @Test
    void theSecondModeratorIsToldAndNothingChanges() {
        var petition = submit("Skatepark", "Vid ishallen.");
        inQueue(petition);
        assertThat(decide(petition, "anna", "1", APPROVE).statusCode()).isEqualTo(204);

        var second = decide(petition, "erik", "1", REJECT);
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).contains("application/problem+json"));
        assertThat(second.body())
                .contains("urn:lyhord:problem:already-decided", "Another moderator was first");
        assertThat(decide(petition, "anna", "1", APPROVE).statusCode())
                .as("a double click of the first one")
                .isEqualTo(204);
        published(petition);
        assertThat(TestTopics.moderation(petition)).hasSize(1);
    }

    @Test
    void ofModeratorsWhoDecideAtOnceExactlyOneIsHeard() throws Exception {
        var petition = submit("Gratis buss", "För pensionärer.");
        inQueue(petition);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries =
                    List.<Callable<Integer>>of(
                            () -> decide(petition, "anna", "1", APPROVE).statusCode(),
                            () -> decide(petition, "erik", "1", REJECT).statusCode(),
                            () -> decide(petition, "sara", "1", APPROVE).statusCode(),
                            () -> decide(petition, "rolf", "1", REJECT).statusCode());
            var answers = threads.invokeAll(tries).stream().map(done -> done.resultNow()).toList();
            assertThat(answers).containsOnlyOnce(204);
            assertThat(answers).allMatch(status -> List.of(204, 409, 412).contains(status));
        }
        published(petition);
        assertThat(TestTopics.moderation(petition)).hasSize(1);
    }

    @Test
    void withoutItsTextAPetitionIsSeenButNotDecidedUntilTheTextComes() {
        var petition = UUID.randomUUID();
        announce(petition);
        var item = await().atMost(SOON).until(() -> queued(petition), found -> found != null);
        assertThat(item.get("title").isNull()).isTrue();
        var early = decide(petition, "anna", "1", APPROVE);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("urn:lyhord:problem:text-not-here");

        petitionService.has(petition, "Nu är jag här", "Text.");

        inQueue(petition);
        assertThat(decide(petition, "anna", "1", APPROVE).statusCode()).isEqualTo(204);
    }

    @Test
    void anUnreadableMessageIsParkedWithWhatFollowsAndOthersGoOn() {
        var broken = UUID.randomUUID();
        TestTopics.send("PetitionSubmitted", broken, 1, "{\"petitionId\":");
        TestTopics.send(
                "PetitionClosed",
                broken,
                2,
                "{\"petitionId\":\"%s\",\"revision\":1,\"closedAt\":\"2026-11-23T22:59:00Z\"}"
                        .formatted(broken));
        var sound = submit("En annan", "Går igenom.");

        inQueue(sound);

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(operate("GET", "/actuator/parked").body())
                                        .contains(broken.toString()));
        assertThat(queued(broken)).isNull();
    }

    @Test
    void everySampleOfWhatPetitionServiceTellsIsRead() {
        var petition = UUID.fromString("6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f");
        petitionService.has(petition, "Provet", "Text.");
        var number = 0;
        for (var event : Contracts.events("petitions")) {
            var sample = new String(Contracts.sample("petitions", event), StandardCharsets.UTF_8);
            TestTopics.send(event, petition, ++number, sample);
        }

        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(outcomeOf(petition))
                                        .isEqualTo("1 PARTLY_ACCEPTED TN TN 2026/0412"));
        assertThat(operate("GET", "/actuator/parked").body()).doesNotContain(petition.toString());
    }

    private String outcomeOf(UUID petition) {
        return jdbc.sql(
                        """
                        select concat_ws(' ', outcome_version, decision, committee, registry_number)
                        from closed_petition where petition_id = ?
                        """)
                .param(petition)
                .query(String.class)
                .optional()
                .orElse("");
    }

    @Test
    void aScriptIsToldWhatToMend() {
        var petition = submit("Ljudvallar", "Mot väg 52.");
        inQueue(petition);

        assertThat(decide(petition, "anna", null, APPROVE).statusCode()).isEqualTo(428);
        assertThat(decide(petition, "anna", "\"7\"", APPROVE).statusCode()).isEqualTo(412);
        var noReason = decide(petition, "anna", "1", "{\"decision\":\"REJECT\"}");
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body())
                .contains("\"field\":\"reason\"", "\"code\":\"missing\"", "Choose a reason");
        assertThat(decide(petition, "anna", "1", "{").statusCode()).isEqualTo(400);
        assertThat(decide(UUID.randomUUID(), "anna", "1", APPROVE).statusCode()).isEqualTo(404);
        assertThat(ask("/api/v1/reviews?state=LOST", token()).statusCode()).isEqualTo(400);
        assertThat(queued(petition).get("version").asLong()).isEqualTo(1);
    }

    @Test
    void onlyModeratorsTokensForThisServiceAreTaken() {
        assertThat(ask("/api/v1/reviews", "nonsense").statusCode()).isEqualTo(401);
        assertThat(
                        ask(
                                        "/api/v1/reviews",
                                        TestIssuer.token("a", "petition-service", "moderator"))
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        ask(
                                        "/api/v1/reviews",
                                        TestIssuer.expiredToken(
                                                "a", "moderation-service", "moderator"))
                                .statusCode())
                .isEqualTo(401);
        assertThat(
                        ask(
                                        "/api/v1/reviews",
                                        TestIssuer.forgedToken(
                                                "a", "moderation-service", "moderator"))
                                .statusCode())
                .isEqualTo(401);
        var wrongRole =
                ask("/api/v1/reviews", TestIssuer.token("a", "moderation-service", "auditor"));
        assertThat(wrongRole.statusCode()).isEqualTo(403);
        assertThat(wrongRole.body()).contains("urn:lyhord:problem:role-needed");
    }

    @Test
    void theApiIsDescribed() {
        assertThat(ask("/v3/api-docs", token()).body())
                .contains("/api/v1/reviews/{petitionId}/decision")
                .doesNotContain("/granskning");
    }

    private static ConsumerRecord<String, String> published(UUID petition) {
        return await().atMost(SOON)
                .until(() -> TestTopics.moderation(petition), found -> !found.isEmpty())
                .getFirst();
    }
}
