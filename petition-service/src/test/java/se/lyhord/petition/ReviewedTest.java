package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the moderators decide besides yes and no, through to what the petitioner and all others see.
 */
class ReviewedTest extends PetitionServiceTest {

    private static final String DECIDED = "2026-11-23T09:00:00Z";
    private static final String TEXT =
            "Ring Maj på 070-174 06 05, hon har ritningarna till bänken.";

    private UUID petition;
    private String status;

    @BeforeEach
    void submitted() {
        var answer = api.submit("Bänk vid Kvarnen", TEXT);
        petition = UUID.fromString(answer.text("petitionId"));
        status = "/api/v1/status/" + answer.text("statusKey");
    }

    @Test
    void whatIsHiddenIsNeverPublicAndNotFoundBySearching() {
        say(
                1,
                "PetitionRedacted",
                Map.of(
                        "redactions",
                        List.of(
                                place("TITLE", 9, 16, "ADDRESS"),
                                place("TEXT", 5, 8, "NAME"),
                                place("TEXT", 12, 25, "PHONE"))));
        say(2, "PetitionApproved", Map.of());
        awaitState(petition, "OPEN");

        var shown = api.get("/api/v1/petitions/" + petition);
        assertThat(shown.text("title")).isEqualTo("Bänk vid [maskat: adress]");
        assertThat(shown.text("text"))
                .isEqualTo(
                        "Ring [maskat: namn] på [maskat: telefonnummer], hon har ritningarna till"
                                + " bänken.");
        assertThat(shown.body().toString()).doesNotContain("070", "Maj", "Kvarnen");
        assertThat(found("Kvarnen")).doesNotContain(petition.toString());
        assertThat(found("ritning")).contains(petition.toString());
        assertThat(shown.body().path("timeline").toString())
                .containsSubsequence("SUBMITTED", "REDACTED", "APPROVED", "OPENED");
        assertThat(api.get(status).text("title")).isEqualTo("Bänk vid [maskat: adress]");
    }

    @Test
    void whatIsHiddenStaysHiddenWhenThePetitionIsRejected() {
        say(1, "PetitionRedacted", Map.of("redactions", List.of(place("TEXT", 12, 25, "PHONE"))));
        say(2, "PetitionRejected", Map.of("reason", "UNCLEAR", "textHidden", false));
        awaitState(petition, "REJECTED");
        assertThat(api.get("/api/v1/petitions/" + petition).text("text"))
                .contains("[maskat: telefonnummer]")
                .doesNotContain("070");
    }

    @Test
    void aPetitionThatIsSentBackIsCompletedAndReviewedAgain() {
        say(1, "PetitionReturned", Map.of());
        await().until(() -> api.get(status).text("state").equals("RETURNED"));
        assertThat(api.get(status).text("message")).isEmpty();
        assertThat(message("Skriv var bänken ska stå.", "review-messenger")).isEqualTo(204);
        assertThat(message("Något annat.", "review-messenger")).isEqualTo(204);
        assertThat(api.get(status).text("message")).isEqualTo("Skriv var bänken ska stå.");
        assertThat(api.get(status).text("text")).isEqualTo(TEXT);
        assertThat(api.get("/api/v1/petitions/" + petition).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/petitions?size=100").body().toString())
                .doesNotContain(petition.toString());

        assertThat(complete("Bänk", "För kort").status()).isEqualTo(422);
        var better = "Ställ bänken på torget, vid fontänen och i solen.";
        assertThat(complete("Bänk på torget", better).status()).isEqualTo(204);
        assertThat(complete("Bänk på torget", better).status()).as("a double click").isEqualTo(204);
        assertThat(complete("Bänk på taket", better).status()).isEqualTo(409);

        assertThat(api.get(status).text("state")).isEqualTo("IN_REVIEW");
        await().untilAsserted(
                        () ->
                                assertThat(Topics.of("petitions", petition))
                                        .extracting(it -> it.data().path("textVersion").asInt())
                                        .containsExactly(1, 2));
        Topics.publish(
                "moderation",
                petition,
                2,
                "PetitionApproved",
                Map.of("petitionId", petition, "textVersion", 2, "decidedAt", DECIDED));
        awaitState(petition, "OPEN");
        var shown = api.get("/api/v1/petitions/" + petition);
        assertThat(shown.text("text")).isEqualTo(better);
        assertThat(shown.body().path("timeline").toString())
                .containsSubsequence("SUBMITTED", "RETURNED", "COMPLETED", "APPROVED");
    }

    @Test
    void whatItsPetitionerTakesBackIsNeverPublic_whateverModeratorsDecideMeanwhile() {
        assertThat(withdraw()).isEqualTo(204);
        assertThat(withdraw()).as("a double click").isEqualTo(204);

        say(1, "PetitionRedacted", Map.of("redactions", List.of(place("TEXT", 5, 8, "NAME"))));
        say(2, "PetitionApproved", Map.of());
        await().untilAsserted(
                        () ->
                                assertThat(Topics.of("petitions", petition))
                                        .extracting(Topics.Published::type)
                                        .containsExactly(
                                                "se.lyhord.petitions.PetitionSubmitted.v1",
                                                "se.lyhord.petitions.PetitionWithdrawn.v1"));
        var other = UUID.fromString(api.submit("Bänk vid ån", TEXT).text("petitionId"));
        Topics.publish(
                "moderation",
                other,
                1,
                "PetitionApproved",
                Map.of("petitionId", other, "textVersion", 1, "decidedAt", DECIDED));
        awaitState(other, "OPEN");

        assertThat(api.get(status).text("state")).isEqualTo("WITHDRAWN");
        assertThat(api.get(status).body().path("timeline").toString())
                .containsSubsequence("SUBMITTED", "WITHDRAWN")
                .doesNotContain("APPROVED", "REDACTED");
        assertThat(api.get("/api/v1/petitions/" + petition).status()).isEqualTo(404);
        assertThat(found("Kvarnen")).doesNotContain(petition.toString());
        assertThat(complete("Bänk på torget", "En helt annan text än den första.").status())
                .isEqualTo(409);
    }

    @Test
    void whatIsPublishedCannotBeTakenBack() {
        say(1, "PetitionApproved", Map.of());
        awaitState(petition, "OPEN");

        var refused = api.post(status + "/withdrawal", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).isEqualTo("urn:lyhord:problem:decided");
        assertThat(api.get(status).text("state")).isEqualTo("OPEN");
        assertThat(api.post("/api/v1/status/nonsense/withdrawal", "").status()).isEqualTo(404);
    }

    @Test
    void ofAnApprovalAndAWithdrawalAtTheSameTimeOneIsFirstAndEverybodyIsToldTheSame()
            throws Exception {
        for (int i = 0; i < 10; i++) {
            submitted();
            say(1, "PetitionApproved", Map.of());
            Thread.sleep(i * 10L);
            int answer = withdraw();

            String state = answer == 204 ? "WITHDRAWN" : "OPEN";
            assertThat(answer).isIn(204, 409);
            await().until(() -> api.get(status).text("state").equals(state));
            String later = state.equals("OPEN") ? "PetitionOpened" : "PetitionWithdrawn";
            await().untilAsserted(
                            () ->
                                    assertThat(Topics.of("petitions", petition))
                                            .extracting(Topics.Published::type)
                                            .containsExactly(
                                                    "se.lyhord.petitions.PetitionSubmitted.v1",
                                                    "se.lyhord.petitions." + later + ".v1"));
        }
    }

    @Test
    void onlyTheReviewingServiceMayWriteMessagesAndOnlyTheLinkCompletes() {
        assertThat(message("Hej", "petition-text-reader")).isEqualTo(403);
        assertThat(message("Hej", "moderator")).isEqualTo(403);
        assertThat(
                        api.post(
                                        "/api/v1/status/nonsense/completion",
                                        Map.of("title", "Bänk på torget", "text", TEXT))
                                .status())
                .isEqualTo(404);
        assertThat(complete("Bänk på torget", "Nobody has asked for this text.").status())
                .isEqualTo(409);
    }

    @Test
    void aDuplicatePointsAtTheOther() {
        var other = submitted("Bänk vid kvarnen redan");
        say(1, "DuplicateNamed", Map.of("duplicateOf", other));
        say(2, "PetitionRejected", Map.of("reason", "DUPLICATE", "textHidden", false));
        awaitState(petition, "REJECTED");
        assertThat(
                        api.get("/api/v1/petitions/" + petition)
                                .body()
                                .path("rejection")
                                .path("duplicateOf")
                                .asString())
                .isEqualTo(other.toString());
        assertThat(api.get(status).body().path("rejection").path("duplicateOf").asString())
                .isEqualTo(other.toString());
    }

    @Test
    void aRedirectionNamesTheAuthorityToEverybody() {
        say(1, "AuthorityNamed", Map.of("authority", "TRAFIKVERKET"));
        say(2, "PetitionRejected", Map.of("reason", "NOT_MUNICIPAL", "textHidden", false));
        awaitState(petition, "REJECTED");
        var shown = api.get("/api/v1/petitions/" + petition).body();
        assertThat(shown.path("rejection").path("authority").asString()).isEqualTo("TRAFIKVERKET");
        assertThat(shown.path("timeline").toString())
                .contains("\"authority\":\"TRAFIKVERKET\"", "\"reason\":\"NOT_MUNICIPAL\"");
        assertThat(api.get(status).body().path("rejection").path("authority").asString())
                .isEqualTo("TRAFIKVERKET");
    }

    private void say(int number, String event, Map<String, ?> details) {
        var all = new HashMap<String, Object>(details);
        all.put("petitionId", petition);
        all.put("textVersion", 1);
        all.put("decidedAt", DECIDED);
        Topics.publish("moderation", petition, number, event, all);
    }

    private static Map<String, ?> place(String field, int start, int end, String kind) {
        return Map.of("field", field, "start", start, "end", end, "kind", kind);
    }

    private int message(String message, String role) {
        return api.put(
                        "/internal/petitions/" + petition + "/messages/1",
                        Map.of("message", message),
                        "Authorization",
                        bearer(role))
                .status();
    }

    private Api.Answer complete(String title, String text) {
        return api.post(status + "/completion", Map.of("title", title, "text", text));
    }

    private int withdraw() {
        return api.post(status + "/withdrawal", "").status();
    }

    private String found(String word) {
        return api.get("/api/v1/petitions?size=100&q=" + word).body().toString();
    }
}
