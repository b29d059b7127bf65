package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

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
    void rightAfterSubmittingThePageThanksEvenIfTheStatusIsAMomentLate() {
        assertThat(get("/status/" + KEY + "?tack=true").body())
                .contains("Tack för ditt förslag", "/status/" + KEY);
        assertThat(get("/status/" + KEY).statusCode()).isEqualTo(404);
        assertThat(get("/status/kort").statusCode()).isEqualTo(404);
    }
}
