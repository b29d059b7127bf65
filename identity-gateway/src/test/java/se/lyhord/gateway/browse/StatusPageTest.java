package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class StatusPageTest extends Pages {

    private static final String KEY = "Zm9vYmFyZm9vYmFyZm9vYg";

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
    void rightAfterSubmittingThePageThanksEvenIfTheStatusIsAMomentLate() {
        assertThat(get("/status/" + KEY + "?tack=true").body())
                .contains("Tack för ditt förslag", "/status/" + KEY);
        assertThat(get("/status/" + KEY).statusCode()).isEqualTo(404);
        assertThat(get("/status/kort").statusCode()).isEqualTo(404);
    }
}
