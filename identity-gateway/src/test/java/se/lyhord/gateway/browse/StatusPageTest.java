package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StatusPageTest extends Pages {

    private static final String KEY = "Zm9vYmFyZm9vYmFyZm9vYg";

    @Autowired private Settled settled;

    private static String status(String state, String rejection) {
        return """
                {"petitionId":"%s","state":"%s","title":"Min <i>bänk</i>","submittedAt":"2026-02-26T09:00:00Z","rejection":%s,"timeline":[]}
                """
                .formatted(Samples.ID, state, rejection);
    }

    @Test
    void thePrivateLinkShowsHowItGoesAndIsKeptNowhere() {
        PETITIONS.serve("/api/v1/status/" + KEY, status("IN_REVIEW", "null"));

        HttpResponse<String> page = get("/status/" + KEY);

        assertThat(page.body())
                .contains(
                        "Väntar på granskning",
                        "Min &lt;i&gt;bänk&lt;/i&gt;",
                        "http://localhost:8080/status/" + KEY)
                .doesNotContain("/forslag/" + Samples.ID);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");

        get("/status/" + KEY);
        assertThat(PETITIONS.asked()).hasSize(2);
    }

    @Test
    void aRejectionIsGivenWithItsReason() {
        PETITIONS.serve("/api/v1/status/" + KEY, status("REJECTED", "{\"reason\":\"DUPLICATE\"}"));

        assertThat(get("/status/" + KEY).body()).contains("Det finns redan ett likadant förslag.");
    }

    @Test
    void whoDecidesInsteadIsNamedWithItsAddressInTheReadersLanguage() {
        PETITIONS.serve(
                "/api/v1/municipality",
                """
                {"version":3,"name":"Ekeby","authorities":[
                  {"code":"TRAFIKVERKET","name":{"swedish":"Trafikverket","english":"Transport"},
                   "address":"https://www.trafikverket.se/","offered":false},
                  {"code":"FALSK","name":{"swedish":"Falsk","english":"False"},
                   "address":"javascript:alert(1)","offered":true}]}
                """);
        settled.ask();
        for (String code : new String[] {"TRAFIKVERKET", "FALSK", "BORTA"}) {
            PETITIONS.serve(
                    "/api/v1/status/" + KEY,
                    status(
                            "REJECTED",
                            "{\"reason\":\"NOT_MUNICIPAL\",\"authority\":\"" + code + "\"}"));
            if (code.equals("TRAFIKVERKET")) {
                assertThat(get("/status/" + KEY).body())
                        .contains(
                                "Frågan hör till</span>",
                                "href=\"https://www.trafikverket.se/\">Trafikverket</a>");
                assertThat(get("/status/" + KEY, "Accept-Language", "en").body())
                        .contains(">Transport</a>");
            } else {
                assertThat(get("/status/" + KEY).body())
                        .contains("Kommunen bestämmer inte över frågan.")
                        .doesNotContain("Frågan hör till", "javascript:");
            }
        }
        PETITIONS.serve("/api/v1/municipality", "{\"version\":4,\"name\":\"Ekeby\"}");
        settled.ask();
    }

    @Test
    void whoWaitsIsToldWithinHowManyDaysTheReviewIsPromised() {
        PETITIONS.serve("/api/v1/status/" + KEY, status("IN_REVIEW", "null"));
        assertThat(get("/status/" + KEY).body()).doesNotContain("lovar att läsa");

        PETITIONS.serve(
                "/api/v1/municipality",
                "{\"version\":5,\"name\":\"Ekeby\",\"reviewDays\":7," + "\"replyDays\":60}");
        settled.ask();
        String promise = "Kommunen lovar att läsa förslaget inom 7 dagar.";
        for (String page : new String[] {"/status/" + KEY, "/sa-fungerar-det", "/lamna-forslag"}) {
            assertThat(get(page).body()).as(page).contains(promise);
        }
        assertThat(get("/lamna-forslag").body()).contains("kan du inte ändra texten");
        assertThat(get("/sa-fungerar-det").body())
                .contains("Kommunen lovar svar inom 60 dagar från att röstningen har stängt.");

        PETITIONS.serve("/api/v1/municipality", "{\"version\":6,\"name\":\"Ekeby\"}");
        settled.ask();
    }

    @Test
    void aPetitionIsTakenBackAfterAQuestion_andThePageSaysSo() {
        PETITIONS.serve(
                "/api/v1/status/" + KEY,
                status("IN_REVIEW", "null")
                        .replace(
                                "\"timeline\":[]",
                                "\"timeline\":[{\"event\":\"SUBMITTED\",\"day\":\"2026-02-26\"}]"));
        PETITIONS.serve("/api/v1/status/" + KEY + "/withdrawal", 204, "");

        assertThat(get("/status/" + KEY).body())
                .contains("/status/" + KEY + "/ta-tillbaka", "Förslaget lämnades in");
        HttpResponse<String> question = get("/status/" + KEY + "/ta-tillbaka");
        assertThat(question.body())
                .contains("Vill du ta tillbaka förslaget?", "Min &lt;i&gt;bänk&lt;/i&gt;");
        assertThat(question.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(location(withdraw(KEY))).endsWith("/status/" + KEY);

        PETITIONS.serve(
                "/api/v1/status/" + KEY,
                status("WITHDRAWN", "null")
                        .replace(
                                "\"timeline\":[]",
                                "\"timeline\":[{\"event\":\"WITHDRAWN\",\"day\":\"2026-02-27\"}]"));
        assertThat(get("/status/" + KEY).body())
                .contains("Du har tagit tillbaka förslaget", "Förslaget togs tillbaka")
                .doesNotContain("ta-tillbaka", "/forslag/" + Samples.ID);
        assertThat(location(withdraw(KEY))).as("a double click").endsWith("/status/" + KEY);
        assertThat(get("/status/" + KEY + "/ta-tillbaka").statusCode()).isEqualTo(302);
        assertThat(get("/status/" + KEY, "Accept-Language", "en").body())
                .contains("You have withdrawn the petition");
    }

    @Test
    void whoIsTooLateToTakeItBackIsToldWhatWasDecided() {
        PETITIONS.serve("/api/v1/status/" + KEY, status("OPEN", "null"));
        PETITIONS.serve("/api/v1/status/" + KEY + "/withdrawal", 409, "{}");

        String next = location(withdraw(KEY));

        assertThat(next).endsWith("/status/" + KEY + "?forSent=true");
        assertThat(get("/status/" + KEY + "?forSent=true").body())
                .contains("Det gick inte att ta tillbaka förslaget", "Öppet för röstning");
    }

    @Test
    void aWrongLinkAndAServiceThatIsAwayHavePagesOfTheirOwn() {
        for (String address :
                new String[] {
                    "/status/" + KEY, "/status/" + KEY + "/ta-tillbaka", "/status/kort"
                }) {
            HttpResponse<String> wrong = get(address);
            assertThat(wrong.statusCode()).as(address).isEqualTo(404);
            assertThat(wrong.body()).contains("Länken leder ingenstans", "hela adressen");
        }
        assertThat(withdraw(KEY).statusCode()).isEqualTo(404);
        assertThat(get("/status/" + KEY, "Accept-Language", "en").body())
                .contains("The link leads nowhere");
        PETITIONS.goDown();
        assertThat(withdraw(KEY).statusCode()).isEqualTo(503);
        assertThat(get("/status/" + KEY).statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> withdraw(String key) {
        return send(
                request("/status/" + key + "/ta-tillbaka")
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void rightAfterSubmittingThePageThanksEvenIfTheStatusIsAMomentLate() {
        assertThat(get("/status/" + KEY + "?tack=true").body())
                .contains("Tack för ditt förslag", "/status/" + KEY);
        assertThat(get("/status/" + KEY).statusCode()).isEqualTo(404);
        assertThat(get("/status/kort").statusCode()).isEqualTo(404);
    }
}
