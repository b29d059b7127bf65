package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a reader finds: by words, by standing, by votes; and what is like what one writes. */
class BrowseTest extends PetitionServiceTest {

    private static final String LIST = "/api/v1/petitions?size=100&";

    @AfterEach
    void longPeriodAgain() {
        setVotingPeriod("P90D");
    }

    @Test
    void findsWordsInAnyFormPartsOfWordsAndMisspelledTitles() {
        UUID playground = open("Rusta upp lekplatsen i Vårberga");
        UUID library = open("Meröppet bibliotek i Norrtuna");

        assertThat(found("q=lekplats")).contains(playground).doesNotContain(library);
        assertThat(found("q=lekplatser")).contains(playground);
        assertThat(found("q=v%C3%A5rberg")).contains(playground);
        assertThat(found("q=lekplasten")).contains(playground);
        assertThat(found("q=biblotek")).contains(library).doesNotContain(playground);
        assertThat(found("q=linbana")).doesNotContain(playground, library);
        assertThat(found("q=biblotek%20norrtuna&sort=relevance").getFirst()).isEqualTo(library);
    }

    @Test
    void tellsWhatWaitsForAnAnswerFromWhatDidNotGetThere() {
        setVotingPeriod("PT1S");
        UUID enough = open("Dansbana i Hälleryd");
        UUID tooFew = open("Dansbana i Stenby");
        awaitState(enough, "CLOSED");
        awaitState(tooFew, "CLOSED");
        assertThat(found("q=dansbana&standing=COUNTING")).contains(enough, tooFew);

        count("tally", enough, 1, "TallyFinalized", 300);
        count("tally", tooFew, 1, "TallyFinalized", 299);
        await().until(() -> found("q=dansbana&standing=COUNTING").isEmpty());

        assertThat(found("q=dansbana&standing=AWAITING_ANSWER")).containsExactly(enough);
        assertThat(found("q=dansbana&standing=BELOW_THRESHOLD")).containsExactly(tooFew);
        assertThat(found("q=dansbana&standing=BELOW_THRESHOLD&standing=AWAITING_ANSWER&sort=votes"))
                .containsExactly(enough, tooFew);
        JsonNode page = api.get(LIST + "q=dansbana&standing=OPEN").body();
        assertThat(page.path("total").asLong()).isZero();
        assertThat(page.path("standings").path("AWAITING_ANSWER").asLong()).isEqualTo(1);
        assertThat(page.path("standings").path("BELOW_THRESHOLD").asLong()).isEqualTo(1);

        answer(enough);
        JsonNode answered = api.get(LIST + "q=dansbana&committee=TN").body();
        assertThat(answered.path("total").asLong()).isEqualTo(1);
        assertThat(answered.path("committees").path("TN").asLong()).isEqualTo(1);
        JsonNode item = answered.path("items").get(0);
        assertThat(item.path("standing").asString()).isEqualTo("ANSWERED");
        assertThat(item.path("answer").asString()).isEqualTo("Vi bygger i höst.");
        assertThat(item.path("decidedOn").asString()).isEqualTo("2026-11-20");
        assertThat(found("q=dansbana&committee=KS")).isEmpty();

        JsonNode statistics = api.get("/api/v1/statistics").body();
        assertThat(statistics.path("petitions").path("BELOW_THRESHOLD").asLong()).isPositive();
        assertThat(statistics.path("finalVotes").asLong()).isGreaterThanOrEqualTo(599);
        assertThat(statistics.path("promisedDays").asInt()).isPositive();
        JsonNode replies = statistics.path("replies").get(0);
        assertThat(replies.path("committee").asString()).isEqualTo("TN");
        assertThat(replies.path("answered").asLong()).isPositive();
        assertThat(replies.path("inTime").asLong()).isEqualTo(replies.path("answered").asLong());
    }

    @Test
    void ordersByVotesAndTrendButNeverByACountThatIsNotTold() {
        UUID most = open("Spontanplan Alfa");
        UUID fewest = open("Spontanplan Beta");
        setVotingPeriod("P30D");
        UUID untold = open("Spontanplan Gamma");
        count("counts", most, 1, "VotesCounted", 130);
        count("counts", fewest, 1, "VotesCounted", 20);
        count("counts", untold, 1, "VotesCounted", 19);
        await().until(() -> found("q=spontanplan&sort=votes").getFirst().equals(most));
        await().until(() -> trending(fewest) && trending(most));

        assertThat(found("q=spontanplan&sort=votes")).containsExactly(most, fewest, untold);
        assertThat(found("q=spontanplan&sort=trending")).containsExactly(most, fewest, untold);
        assertThat(trending(untold)).isFalse();
        assertThat(found("q=spontanplan&sort=newest")).containsExactly(untold, fewest, most);
        assertThat(found("q=spontanplan&sort=closing").getFirst()).isEqualTo(untold);
    }

    @Test
    void findsWhatIsLikeADraftWhateverBecameOfIt() {
        UUID open = open("Skejtpark vid Gamla bruket");
        UUID rejected = submitted("Skejtpark på min grannes tomt");
        reject(rejected, false);
        UUID hidden = submitted("Skejtpark åt en namngiven person");
        reject(hidden, true);
        submitted("Skejtpark som ingen har granskat");

        Api.Answer answer =
                api.post("/api/v1/similar-petitions", Map.of("title", "En skejtparck vid bruket"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(ids(answer)).contains(open).doesNotContain(hidden);
        Api.Answer right = api.post("/api/v1/similar-petitions", Map.of("title", "skejtpark"));
        assertThat(ids(right)).containsExactlyInAnyOrder(open, rejected);
        assertThat(right.body().path("items").findValuesAsString("rejectionReason"))
                .contains("NOT_MUNICIPAL");
        assertThat(ids(api.post("/api/v1/similar-petitions", Map.of("title", "och i att"))))
                .isEmpty();
        assertThat(ids(api.post("/api/v1/similar-petitions", Map.of("title", " ")))).isEmpty();
    }

    @Test
    void givesAllAsATableWithoutCountsThatAreNotTold() {
        UUID told = open("=Köp \"ny\" snöplog, tack");
        UUID untold = open("Sandlådor i Mellanby");
        count("counts", told, 1, "VotesCounted", 40);
        count("counts", untold, 1, "VotesCounted", 13);
        String title = "\"'=Köp \"\"ny\"\" snöplog, tack\"";
        await().until(() -> table().contains(title + ",\"OPEN\"") && table().contains("\"40\""));

        List<String> rows = table().lines().toList();
        assertThat(rows.getFirst()).startsWith("id,title,standing,").endsWith("registryNumber");
        assertThat(rows).anyMatch(row -> row.contains(title) && row.contains("\"300\",\"40\",,"));
        assertThat(rows)
                .anyMatch(row -> row.contains("Sandlådor") && row.contains("\"300\",,\"20\","))
                .noneMatch(row -> row.contains("\"13\""));
    }

    private UUID open(String title) {
        UUID petition = submitted(title);
        approve(petition);
        awaitState(petition, "OPEN");
        return petition;
    }

    private void reject(UUID petition, boolean textHidden) {
        Topics.publish(
                "moderation",
                petition,
                1,
                "PetitionRejected",
                Map.of(
                        "petitionId",
                        petition,
                        "textVersion",
                        1,
                        "reason",
                        "NOT_MUNICIPAL",
                        "textHidden",
                        textHidden,
                        "decidedAt",
                        "2026-11-23T09:00:00Z"));
        awaitState(petition, "REJECTED");
    }

    private static void count(String topic, UUID petition, long number, String event, long count) {
        Topics.publish(
                topic, petition, number, event, Map.of("petitionId", petition, "count", count));
    }

    private void answer(UUID petition) {
        assertThat(
                        api.put(
                                        "/api/v1/petitions/" + petition + "/outcome",
                                        Map.of(
                                                "decision", "ACCEPTED",
                                                "decidedOn", "2026-11-20",
                                                "committee", "TN",
                                                "registryNumber", "TN 2026/118",
                                                "answer", "Vi bygger i höst."),
                                        "Authorization",
                                        bearer("case-officer"),
                                        "If-Match",
                                        "\"0\"")
                                .status())
                .isEqualTo(204);
    }

    private boolean trending(UUID petition) {
        return api.get(LIST + "q=spontanplan").body().path("items").values().stream()
                .filter(it -> it.path("id").asString().equals(petition.toString()))
                .anyMatch(it -> it.path("trending").asBoolean());
    }

    private String table() {
        return api.text("/api/v1/petitions.csv");
    }

    private List<UUID> found(String query) {
        return ids(api.get(LIST + query));
    }

    private static List<UUID> ids(Api.Answer answer) {
        List<UUID> ids = new ArrayList<>();
        answer.body()
                .path("items")
                .values()
                .forEach(it -> ids.add(UUID.fromString(it.path("id").asString())));
        return ids;
    }
}
