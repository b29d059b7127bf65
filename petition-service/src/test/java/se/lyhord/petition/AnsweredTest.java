package se.lyhord.petition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a case officer and an administrator tell, through to what everybody reads. */
class AnsweredTest extends PetitionServiceTest {

    @LocalServerPort private int sitePort;

    private UUID petition;

    @BeforeEach
    void closed() {
        setVotingPeriod("PT1S");
        petition = submitted("Fler bänkar vid ån");
        approve(petition);
        awaitState(petition, "CLOSED");
    }

    @AfterEach
    void longPeriodAgain() {
        setVotingPeriod("P90D");
    }

    @Test
    void aHandOverIsOnTheTimelineAndPublished() {
        assertThat(handOver("0", "XN", "XN 2026/7", "2026-11-01").status()).isEqualTo(204);
        assertThat(handOver("0", "TN", "TN 2026/8", "2026-11-01").status()).isEqualTo(412);
        assertThat(handOver("1", "TN", "TN 2026/8", "2026-11-02").status()).isEqualTo(204);
        assertThat(handOver("2", "tn", " ", "2999-01-01").status()).isEqualTo(422);

        var timeline = view().path("timeline").toString();
        assertThat(timeline)
                .containsSubsequence("CLOSED", "HANDED_OVER", "XN 2026/7", "HANDED_OVER");
        assertThat(view().path("state").asString()).isEqualTo("CLOSED");
        await().untilAsserted(
                        () ->
                                assertThat(Topics.of("petitions", petition))
                                        .extracting(Topics.Published::type)
                                        .endsWith(
                                                "se.lyhord.petitions.PetitionHandedOver.v1",
                                                "se.lyhord.petitions.PetitionHandedOver.v1"));
        record(Map.of());
        assertThat(handOver("2", "KS", "KS 2026/9", "2026-11-02").status()).isEqualTo(409);
    }

    @Test
    void anAnswerHasBothLanguagesALinkAndAFileThatEverybodyCanRead() throws Exception {
        var kept = upload("protokoll.pdf", "%PDF-1.7 protokoll");
        assertThat(kept.status()).isEqualTo(201);
        var document = kept.text("documentId");
        var address = "/api/v1/petitions/" + petition + "/documents/" + document;
        assertThat(api.get(address).status()).as("before an outcome names it").isEqualTo(404);

        assertThat(
                        record(
                                        Map.of(
                                                "answerEnglish", "Yes, in spring.",
                                                "documentUrl", "https://ekeby.example/p",
                                                "documentId", document))
                                .status())
                .isEqualTo(204);

        var outcome = view().path("outcome");
        assertThat(outcome.path("answerEnglish").asString()).isEqualTo("Yes, in spring.");
        assertThat(outcome.path("documentUrl").asString()).isEqualTo("https://ekeby.example/p");
        assertThat(outcome.path("document").path("name").asString()).isEqualTo("protokoll.pdf");
        assertThat(outcome.path("document").path("size").asLong()).isEqualTo(18);
        var file = read(address);
        assertThat(file.body()).isEqualTo("%PDF-1.7 protokoll");
        assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
    }

    private LocalDate answeredOn() {
        return LocalDate.parse(view().path("outcome").path("decidedOn").asString());
    }

    private String openAgain() {
        return api.post("/api/v1/similar-petitions", Map.of("title", view().path("title")))
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(petition.toString()))
                .findFirst()
                .orElseThrow()
                .path("openAgain")
                .asString("");
    }

    @Test
    void whatIsNoPdfOrTooLargeOrSomebodyElsesIsRefused() throws Exception {
        assertThat(upload("protokoll.pdf", "<html>").status()).isEqualTo(415);
        assertThat(upload("..%2Fprotokoll.exe", "%PDF-").status()).isEqualTo(415);
        assertThat(upload("protokoll.pdf", "%PDF-" + "x".repeat(5 << 20)).status()).isEqualTo(413);
        assertThat(record(Map.of("documentId", UUID.randomUUID())).status()).isEqualTo(409);
        assertThat(record(Map.of("documentUrl", "javascript:alert(1)")).status()).isEqualTo(422);
        assertThat(view().path("state").asString()).isEqualTo("CLOSED");
        assertThat(
                        api.post(
                                        "/api/v1/petitions/" + petition + "/documents?name=a.pdf",
                                        "%PDF-",
                                        "Authorization",
                                        bearer("moderator"))
                                .status())
                .isEqualTo(403);
    }

    @Test
    void rulesAreChangedOverTheVersionThatWasSeen() {
        var version = api.get("/api/v1/rules").body().path("version").asInt();
        var rules = Map.of("votingPeriod", "P30D", "threshold", 10, "minimumAge", 13);
        assertThat(change(rules, version).status()).isEqualTo(200);
        assertThat(change(rules, version).status()).isEqualTo(412);
        assertThat(view().path("rules").path("votingPeriod").asString())
                .as("a petition keeps the rules it opened with")
                .isEqualTo("PT1S");
    }

    @Test
    void whatTheMunicipalityHasSettledIsForEverybodyToRead() {
        var settled =
                Map.of(
                        "version",
                        1,
                        "name",
                        "Sjöby",
                        "reviewDays",
                        5,
                        "replyDays",
                        60,
                        "reasons",
                        List.of(),
                        "committees",
                        List.of());
        assertThat(settle(settled, "administrator")).isEqualTo(403);
        assertThat(settle(settled, "review-messenger")).isEqualTo(204);
        assertThat(settle(settled, "review-messenger")).isEqualTo(204);
        assertThat(api.get("/api/v1/municipality").text("name")).isEqualTo("Sjöby");
        assertThat(api.get("/api/v1/statistics").body().path("promisedDays").asInt()).isEqualTo(60);

        record(Map.of());
        assertThat(openAgain()).as("there is no rule").isEmpty();
        assertThat(settle(blocking(settled, 2, 600), "review-messenger")).isEqualTo(204);
        assertThat(openAgain()).isEqualTo(answeredOn().plusMonths(600).toString());
        assertThat(settle(blocking(settled, 3, 0), "review-messenger")).isEqualTo(204);
        assertThat(openAgain()).isEmpty();
    }

    private static Map<String, Object> blocking(Map<String, ?> settled, int version, int months) {
        var changed = new HashMap<String, Object>(settled);
        changed.put("version", version);
        changed.put("blockMonths", months);
        return changed;
    }

    private JsonNode view() {
        return api.get("/api/v1/petitions/" + petition).body();
    }

    private Api.Answer handOver(String seen, String committee, String number, String day) {
        return api.put(
                "/api/v1/petitions/" + petition + "/hand-over",
                Map.of("committee", committee, "registryNumber", number, "handedOverOn", day),
                "Authorization",
                bearer("case-officer"),
                "If-Match",
                "\"" + seen + "\"");
    }

    private Api.Answer record(Map<String, ?> more) {
        var outcome =
                new HashMap<String, Object>(
                        Map.of(
                                "decision", "ACCEPTED",
                                "decidedOn", "2026-11-20",
                                "committee", "TN",
                                "registryNumber", "TN 2026/8",
                                "answer", "Ja, till våren."));
        outcome.putAll(more);
        return api.put(
                "/api/v1/petitions/" + petition + "/outcome",
                outcome,
                "Authorization",
                bearer("case-officer"),
                "If-Match",
                "\"0\"");
    }

    private Api.Answer upload(String name, String content) {
        return api.post(
                "/api/v1/petitions/" + petition + "/documents?name=" + name,
                content,
                "Authorization",
                bearer("case-officer"));
    }

    private Api.Answer change(Map<String, ?> rules, int seen) {
        return api.put(
                "/api/v1/rules",
                rules,
                "Authorization",
                bearer("administrator"),
                "If-Match",
                "\"" + seen + "\"");
    }

    private int settle(Map<String, ?> settled, String role) {
        return api.put("/internal/municipality", settled, "Authorization", bearer(role)).status();
    }

    private HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sitePort + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.US_ASCII));
    }
}
