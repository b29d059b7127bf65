package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.lyhord.contracts.Contracts;
import se.lyhord.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

/** From submission to answer, over HTTP and Kafka. */
class LifeOfAPetitionTest extends PetitionServiceTest {

    private static final Map<String, String> OUTCOME =
            Map.of(
                    "decision", "PARTLY_ACCEPTED",
                    "decidedOn", "2026-11-20",
                    "committee", "TN",
                    "registryNumber", "TN 2026/117",
                    "answer", "Vi bygger den första sträckan nästa år.");

    @AfterEach
    void longPeriodAgain() {
        setVotingPeriod("P90D");
    }

    @Test
    void goesFromReviewToAnswer() {
        setVotingPeriod("PT3S");
        Api.Answer submitted = api.submit("Cykelbana längs Storgatan", TEXT);
        UUID petition = UUID.fromString(submitted.text("petitionId"));
        String status = "/api/v1/status/" + submitted.text("statusKey");
        assertThat(api.get(status).text("state")).isEqualTo("IN_REVIEW");
        assertThat(api.get("/api/v1/petitions/" + petition).status()).isEqualTo(404);
        assertThat(idsIn("/api/v1/petitions?size=100")).doesNotContain(petition);

        approve(petition);
        awaitState(petition, "OPEN");
        assertThat(idsIn("/api/v1/petitions?standing=OPEN")).contains(petition);
        assertThat(idsIn("/api/v1/petitions?q=cykelbanor")).contains(petition);
        JsonNode open = api.get("/api/v1/petitions/" + petition).body();
        assertThat(open.path("votingReady").asBoolean()).isFalse();
        assertThat(open.path("rules").path("votingPeriod").asString()).isEqualTo("PT3S");

        say("voting", petition, 1, "BallotBoxOpened", Map.of());
        say("keys", petition, 1, "PseudonymKeyCreated", Map.of("vaultKind", "directory"));
        setVotingPeriod("P90D");
        awaitState(petition, "CLOSED");
        assertThat(api.get(status).text("state")).isEqualTo("CLOSED");

        say("tally", petition, 1, "TallyFinalized", Map.of("count", 412));
        say("voting", petition, 2, "SaltShredded", Map.of());
        say("keys", petition, 2, "PseudonymKeyShredded", Map.of());
        await().until(() -> events(petition).contains("KEYS_DESTROYED"));
        say("tally", petition, 2, "PetitionCertified", Map.of("count", 412, "day", "2026-11-23"));
        await().until(() -> view(petition).path("certified").asBoolean());
        assertThat(view(petition).path("finalCount").asLong()).isEqualTo(412);

        assertThat(recordOutcome(petition, "\"0\"").status()).isEqualTo(204);
        assertThat(recordOutcome(petition, "\"0\"").status()).isEqualTo(412);
        assertThat(recordOutcome(petition, "\"1\"").header("ETag")).isEqualTo("\"2\"");
        assertThat(view(petition).path("state").asString()).isEqualTo("ANSWERED");
        assertThat(view(petition).path("outcome").path("answer").asString())
                .isEqualTo("Vi bygger den första sträckan nästa år.");
        assertThat(events(petition))
                .startsWith("SUBMITTED", "APPROVED", "OPENED", "CLOSED", "TALLIED")
                .endsWith("KEYS_DESTROYED", "CERTIFIED", "OUTCOME", "OUTCOME");

        await().untilAsserted(
                        () ->
                                assertThat(Topics.of("petitions", petition))
                                        .extracting(Topics.Published::type)
                                        .containsExactly(
                                                "se.lyhord.petitions.PetitionSubmitted.v1",
                                                "se.lyhord.petitions.PetitionOpened.v1",
                                                "se.lyhord.petitions.PetitionClosed.v1",
                                                "se.lyhord.petitions.OutcomeRecorded.v1",
                                                "se.lyhord.petitions.OutcomeRecorded.v1"));
        assertThat(Topics.of("petitions", petition))
                .extracting(Topics.Published::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        Topics.of("petitions", petition)
                .forEach(
                        it ->
                                Contracts.assertValid(
                                        "petitions",
                                        it.type().split("\\.")[3],
                                        it.data().toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(Topics.of("petitions", petition).toString())
                .doesNotContain("Cykelbana", "Storgatan", "sträckan");
    }

    @Test
    void offersVotingWhenBoxAndKeyAreThere() {
        UUID petition = submitted("Fler bänkar i parken");
        approve(petition);
        awaitState(petition, "OPEN");
        say("keys", petition, 1, "PseudonymKeyCreated", Map.of("vaultKind", "directory"));
        await().during(Duration.ofSeconds(1))
                .until(() -> !view(petition).path("votingReady").asBoolean());
        say("voting", petition, 1, "BallotBoxOpened", Map.of());
        await().until(() -> view(petition).path("votingReady").asBoolean());
        assertThat(recordOutcome(petition, "\"0\"").status()).isEqualTo(409);
    }

    @Test
    void aLostKeyEndsTheVoteAndTheTimelineSaysSo() {
        UUID petition = submitted("Fler cykelställ vid skolan");
        approve(petition);
        awaitState(petition, "OPEN");
        say("voting", petition, 1, "BallotBoxOpened", Map.of());
        say("voting", petition, 2, "SaltLost", Map.of());
        awaitState(petition, "CLOSED");
        say("keys", petition, 1, "PseudonymKeyCreated", Map.of("vaultKind", "directory"));
        say("keys", petition, 2, "PseudonymKeyLost", Map.of());
        await().untilAsserted(
                        () ->
                                assertThat(Topics.of("petitions", petition))
                                        .extracting(Topics.Published::type)
                                        .endsWith(
                                                "se.lyhord.petitions.VotingEndedAfterKeyLoss.v1",
                                                "se.lyhord.petitions.PetitionClosed.v1"));
        assertThat(view(petition).path("timeline").findValuesAsString("event"))
                .containsExactly("SUBMITTED", "APPROVED", "OPENED", "KEY_LOST", "CLOSED");
    }

    @Test
    void aTakenDownPetitionIsHiddenUntilItIsRestored() {
        Api.Answer submitted = api.submit("Namnge gärningsmannen", TEXT);
        UUID petition = UUID.fromString(submitted.text("petitionId"));
        approve(petition);
        awaitState(petition, "OPEN");
        say("voting", petition, 1, "BallotBoxOpened", Map.of());
        say("keys", petition, 1, "PseudonymKeyCreated", Map.of("vaultKind", "directory"));
        await().until(() -> view(petition).path("votingReady").asBoolean());

        takeDown(petition, 2, false);
        await().until(() -> view(petition).path("title").isNull());
        assertThat(view(petition).path("text").isNull()).isTrue();
        assertThat(view(petition).path("takeDown").path("reason").asString()).isEqualTo("UNLAWFUL");
        assertThat(view(petition).path("votingReady").asBoolean()).isFalse();
        assertThat(view(petition).path("state").asString()).isEqualTo("OPEN");
        assertThat(idsIn("/api/v1/petitions?size=100")).doesNotContain(petition);
        assertThat(idsIn("/api/v1/petitions?q=gärningsmannen")).doesNotContain(petition);
        assertThat(api.text("/api/v1/petitions.csv")).doesNotContain("gärningsmannen");
        assertThat(
                        api.post(
                                        "/api/v1/similar-petitions",
                                        Map.of("title", "Namnge gärningsmannen"))
                                .body()
                                .path("items")
                                .isEmpty())
                .isTrue();

        say(
                "moderation",
                petition,
                3,
                "PetitionRestored",
                Map.of("textVersion", 1, "decidedAt", "2026-11-25T09:00:00Z"));
        await().until(() -> view(petition).path("votingReady").asBoolean());
        assertThat(view(petition).path("title").asString()).isEqualTo("Namnge gärningsmannen");
        assertThat(view(petition).path("takeDown").isNull()).isTrue();
        assertThat(idsIn("/api/v1/petitions?size=100")).contains(petition);

        takeDown(petition, 4, true);
        awaitState(petition, "CLOSED");
        assertThat(view(petition).path("title").isNull()).isTrue();
        assertThat(view(petition).path("takeDown").path("forGood").asBoolean()).isTrue();
        assertThat(events(petition))
                .containsExactly(
                        "SUBMITTED",
                        "APPROVED",
                        "OPENED",
                        "TAKEN_DOWN",
                        "RESTORED",
                        "TAKEN_DOWN",
                        "CLOSED");
        await().untilAsserted(
                        () ->
                                assertThat(Topics.of("petitions", petition))
                                        .extracting(Topics.Published::type)
                                        .endsWith(
                                                "se.lyhord.petitions.VotingEndedAfterTakeDown.v1",
                                                "se.lyhord.petitions.PetitionClosed.v1"));
    }

    private static void takeDown(UUID petition, long number, boolean endsVote) {
        say(
                "moderation",
                petition,
                number,
                "PetitionTakenDown",
                Map.of(
                        "textVersion",
                        1,
                        "reason",
                        "UNLAWFUL",
                        "endsVote",
                        endsVote,
                        "decidedAt",
                        "2026-11-24T09:00:00Z"));
    }

    @Test
    void tellsThePetitionerOfARejectionAndHidesWhatOffends() {
        Api.Answer submitted = api.submit("En grov rubrik", TEXT);
        UUID petition = UUID.fromString(submitted.text("petitionId"));
        say(
                "moderation",
                petition,
                1,
                "PetitionRejected",
                Map.of(
                        "textVersion",
                        1,
                        "reason",
                        "OFFENSIVE",
                        "textHidden",
                        true,
                        "decidedAt",
                        "2026-11-23T09:00:00Z"));
        awaitState(petition, "REJECTED");
        assertThat(view(petition).path("title").isNull()).isTrue();
        assertThat(view(petition).path("text").isNull()).isTrue();
        assertThat(view(petition).path("rejection").path("reason").asString())
                .isEqualTo("OFFENSIVE");
        assertThat(idsIn("/api/v1/petitions?size=100")).doesNotContain(petition);
        Api.Answer status = api.get("/api/v1/status/" + submitted.text("statusKey"));
        assertThat(status.body().path("rejection").path("reason").asString())
                .isEqualTo("OFFENSIVE");
        assertThat(status.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void answersTheSameWhenAFormIsSentTwice() {
        String key = UUID.randomUUID().toString();
        var form = Map.of("title", "Två klick", "text", TEXT, "language", "sv");
        Api.Answer first = api.post("/api/v1/petitions", form, "Idempotency-Key", key);
        Api.Answer second = api.post("/api/v1/petitions", form, "Idempotency-Key", key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        var other = Map.of("title", "Något annat", "text", TEXT, "language", "sv");
        assertThat(api.post("/api/v1/petitions", other, "Idempotency-Key", key).status())
                .isEqualTo(409);
        assertThat(api.post("/api/v1/petitions", form, "Idempotency-Key", "1").status())
                .isEqualTo(400);
    }

    @Test
    void answersNotModifiedToWhoHasTheNewest() {
        UUID petition = submitted("Sänk hastigheten");
        approve(petition);
        awaitState(petition, "OPEN");
        String address = "/api/v1/petitions/" + petition;
        String etag = api.get(address).header("ETag");
        assertThat(etag).isNotEmpty();
        assertThat(api.get(address, "If-None-Match", etag).status()).isEqualTo(304);
        say("voting", petition, 1, "BallotBoxOpened", Map.of());
        say("keys", petition, 1, "PseudonymKeyCreated", Map.of());
        await().until(() -> api.get(address, "If-None-Match", etag).status() == 200);
    }

    @Test
    void refusesFieldByFieldInTheReadersLanguage() {
        var form =
                Map.of("title", "\u200b \u2060", "text", "kort", "email", "nej", "language", "de");
        Api.Answer swedish = api.post("/api/v1/petitions", form);
        assertThat(swedish.status()).isEqualTo(422);
        assertThat(swedish.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(swedish.text("type")).isEqualTo("urn:lyhord:problem:invalid-fields");
        assertThat(swedish.body().path("errors").values())
                .extracting(it -> it.path("field").asString() + " " + it.path("code").asString())
                .containsExactly(
                        "title missing", "text too-short", "email invalid", "language invalid");
        assertThat(swedish.body().path("errors").get(0).path("message").asString())
                .isEqualTo("Skriv en rubrik.");
        Api.Answer english =
                api.post("/api/v1/petitions", form, "Accept-Language", "en-GB,en;q=0.8");
        assertThat(english.body().path("errors").get(0).path("message").asString())
                .isEqualTo("Write a title.");
        assertThat(api.post("/api/v1/petitions", "{\"title\":").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/petitions/not-a-uuid").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/petitions?standing=IN_REVIEW").status()).isEqualTo(422);
        assertThat(api.get("/api/v1/status/guess").status()).isEqualTo(404);
    }

    @Test
    void keepsStaffsDoorsShut() {
        UUID petition = submitted("Öppna biblioteket på söndagar");
        String text = "/internal/petitions/" + petition + "/texts/1";
        assertThat(api.get(text).status()).isEqualTo(401);
        assertThat(api.get(text, "Authorization", bearer("moderator")).status()).isEqualTo(403);
        String elsewhere =
                "Bearer " + TestIssuer.token("x", "voting-service", "petition-text-reader");
        assertThat(api.get(text, "Authorization", elsewhere).status()).isEqualTo(401);
        String forged =
                "Bearer " + TestIssuer.forgedToken("x", "petition-service", "petition-text-reader");
        assertThat(api.get(text, "Authorization", forged).status()).isEqualTo(401);
        Api.Answer read = api.get(text, "Authorization", bearer("petition-text-reader"));
        assertThat(read.text("title")).isEqualTo("Öppna biblioteket på söndagar");
        assertThat(read.text("text")).isEqualTo(TEXT);
        assertThat(
                        api.put("/api/v1/rules", Map.of(), "Authorization", bearer("moderator"))
                                .status())
                .isEqualTo(403);
        assertThat(
                        api.put("/api/v1/rules", Map.of(), "Authorization", bearer("administrator"))
                                .status())
                .isEqualTo(422);
        assertThat(api.put("/api/v1/petitions/" + petition + "/outcome", OUTCOME).status())
                .isEqualTo(401);
    }

    @Test
    void describesItself() {
        assertThat(api.get("/v3/api-docs").body().path("paths").propertyNames())
                .contains("/api/v1/petitions", "/api/v1/petitions/{id}/outcome", "/api/v1/rules");
        assertThat(management.get("/actuator/health/readiness").text("status")).isEqualTo("UP");
    }

    private static void say(
            String topic, UUID petition, long number, String event, Map<String, Object> data) {
        var whole = new HashMap<>(data);
        whole.put("petitionId", petition);
        Topics.publish(topic, petition, number, event, whole);
    }

    private Api.Answer recordOutcome(UUID petition, String seen) {
        return api.put(
                "/api/v1/petitions/" + petition + "/outcome",
                OUTCOME,
                "Authorization",
                bearer("case-officer"),
                "If-Match",
                seen);
    }

    private JsonNode view(UUID petition) {
        return api.get("/api/v1/petitions/" + petition).body();
    }

    private List<String> events(UUID petition) {
        return view(petition).path("timeline").values().stream()
                .map(it -> it.path("event").asString())
                .toList();
    }

    private List<UUID> idsIn(String address) {
        return api.get(address).body().path("items").values().stream()
                .map(it -> UUID.fromString(it.path("id").asString()))
                .toList();
    }
}
