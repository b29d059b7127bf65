package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a petitioner meets whose text was sent back. */
class CompletionPageTest extends Pages {

    private static final String KEY = "Zm9vYmFyZm9vYmFyZm9vYg";
    private static final String STATUS = "/api/v1/status/" + KEY;
    private static final String PAGE = "/status/" + KEY + "/komplettera";

    @Test
    void theStatusPageTellsWhatIsAskedForAndLeadsToTheForm() {
        PETITIONS.serve(STATUS, returned("\"Skriv var <b>bänken</b> ska stå.\""));
        var page = get("/status/" + KEY);
        assertThat(page.body())
                .contains(
                        "Väntar på att du kompletterar",
                        "Skriv var &lt;b&gt;bänken&lt;/b&gt; ska stå.",
                        "href=\"" + PAGE + "\"")
                .doesNotContain("Till förslagets sida");
        assertThat(get(PAGE).body())
                .contains("value=\"Bänk\"", "Ställ en bänk där.", "name=\"petitionerName\"");
        assertThat(get(PAGE).headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aMessageThatHasNotComeYetIsSaidToBeOnItsWay() {
        PETITIONS.serve(STATUS, returned("null"));
        assertThat(get("/status/" + KEY).body()).contains("Meddelandet är på väg");
    }

    @Test
    void theCompletedTextIsHandedInAndTheStatusPageShownAgain() {
        PETITIONS.serve(STATUS, returned("\"Skriv mer.\""));
        PETITIONS.serve(STATUS + "/completion", 204, "");
        var answer = complete("Ställ en bänk\r\npå torget.");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/status/" + KEY));
        assertThat(PETITIONS.asked().getLast().body())
                .contains("\"text\":\"Ställ en bänk\\npå torget.\"");
    }

    @Test
    void whatIsRefusedIsNamedAtItsFieldAndKept() {
        PETITIONS.serve(
                STATUS + "/completion",
                422,
                "{\"errors\":[{\"field\":\"text\",\"code\":\"too-short\","
                        + "\"message\":\"Skriv minst 20 tecken.\"}]}");
        var answer = complete("Kort");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#text\"", "Skriv minst 20 tecken.", "Kort</textarea>");
    }

    @Test
    void nothingIsLostWhilePetitionServiceIsAway() {
        PETITIONS.goDown();
        var answer = complete("Ställ en bänk på torget.");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Ställ en bänk på torget.</textarea>");
    }

    @Test
    void whenNobodyAsksForAnotherTextThereIsNoForm() {
        PETITIONS.serve(STATUS, returned("null").replace("RETURNED", "IN_REVIEW"));
        assertThat(get(PAGE).statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> complete(String text) {
        return send(
                request(
                                PAGE,
                                "Accept-Language",
                                "sv",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "title=B%C3%A4nk&text="
                                                + URLEncoder.encode(
                                                        text, StandardCharsets.UTF_8))));
    }

    private static String returned(String message) {
        return """
        {"petitionId":"6f1c2d3e-4b5a-4c6d-8e7f-9a0b1c2d3e4f","state":"RETURNED","title":"Bänk",
         "text":"Ställ en bänk där.","petitionerName":null,"message":%s,
         "submittedAt":"2026-04-10T09:00:00Z","rejection":null,"timeline":[]}
        """
                .formatted(message);
    }
}
