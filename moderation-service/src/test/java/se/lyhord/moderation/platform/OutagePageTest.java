package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Outages, as administrators and auditors see them. */
class OutagePageTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");
    private static final String ONE = "/avbrott/" + OutagesStandIn.ID;

    private final OutagesStandIn outages = petitionService.outages();

    @BeforeEach
    void nothingYet() {
        outages.forget();
    }

    @Test
    void whatWasMeasuredIsProposedWithHowLongItWas() throws Exception {
        outages.has("MEASURED", null);
        outages.votingIsAway();
        pages.perform(read("/avbrott").with(as("administrator")))
                .andExpect(content().string(containsString("1 timme 24 min")))
                .andExpect(content().string(containsString("Uppmätt: Rösttjänsten svarade inte")))
                .andExpect(content().string(containsString("23 november 2026 kl. 10.00")))
                .andExpect(content().string(containsString("Rösttjänsten har inte svarat sedan")));
        pages.perform(step("DECLARE").param("reason", "Ingen kunde rösta."))
                .andExpect(redirectedUrl(ONE));
        assertThat(outages.asked().getFirst())
                .isEqualTo(
                        new OutagesStandIn.Asked(
                                "POST",
                                "/api/v1/outages/" + OutagesStandIn.ID + "/declaration",
                                "Bearer access-token",
                                "{\"reason\":\"Ingen kunde rösta.\"}"));
        pages.perform(get("/beslutslogg?handling=OUTAGE_DECLARE").with(as("auditor")))
                .andExpect(content().string(containsString(OutagesStandIn.ID.toString())))
                .andExpect(content().string(containsString("Ingen kunde rösta.")));
    }

    @Test
    void anotherOneConfirmsAndWhoeverDeclaredMayNot() throws Exception {
        outages.has("DECLARED", "test");
        pages.perform(read(ONE).with(as("administrator")))
                .andExpect(content().string(containsString("kan inte besluta ensam")))
                .andExpect(content().string(not(containsString("value=\"CONFIRM\""))));
        outages.answers(403, "{\"type\":\"urn:lyhord:problem:own-declaration\"}");
        pages.perform(step("CONFIRM").locale(SWEDISH))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Du kan inte besluta ensam")));

        outages.has("DECLARED", "erik");
        outages.answers(204, "");
        pages.perform(read(ONE).with(as("administrator")))
                .andExpect(content().string(containsString("value=\"CONFIRM\"")))
                .andExpect(content().string(containsString("Amina Berg")));
        pages.perform(step("CONFIRM")).andExpect(redirectedUrl(ONE));
        pages.perform(step("DISMISS")).andExpect(redirectedUrl(ONE));
        assertThat(outages.asked().getLast().method()).isEqualTo("DELETE");
        pages.perform(get("/beslutslogg?handling=OUTAGE_CONFIRM").with(as("auditor")))
                .andExpect(content().string(containsString(OutagesStandIn.ID.toString())));
    }

    @Test
    void aDoubleClickIsNoErrorAndAColleagueWhoWasFirstIs() throws Exception {
        outages.answers(409, "{\"type\":\"urn:lyhord:problem:outage-state\"}");
        outages.has("DECLARED", "test");
        pages.perform(step("DECLARE").param("reason", "Ingen kunde rösta."))
                .andExpect(redirectedUrl(ONE));
        outages.has("DECLARED", "erik");
        pages.perform(step("DECLARE").param("reason", "Ingen kunde rösta.").locale(SWEDISH))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("En kollega hann före")));
        outages.answers(409, "{\"type\":\"urn:lyhord:problem:outage-counted\"}");
        pages.perform(step("CONFIRM").locale(SWEDISH))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Tiden är redan tillbakagiven")));
    }

    @Test
    void whatNothingMeasuredIsDeclaredInSwedishTime() throws Exception {
        pages.perform(declaration("2026-07-01T10:00")).andExpect(redirectedUrl(ONE));
        assertThat(outages.asked().getFirst().body())
                .contains(
                        "\"cause\":\"EID\"",
                        "\"from\":\"2026-07-01T08:00:00Z\"",
                        "\"to\":\"2026-11-23T12:00:00Z\"");
        outages.answers(
                422,
                "{\"errors\":[{\"field\":\"to\",\"code\":\"invalid\",\"message\":\"För kort.\"}]}");
        pages.perform(declaration("trams <b>").locale(SWEDISH))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#to\">För kort.")))
                .andExpect(content().string(containsString("trams &lt;b&gt;")));
        assertThat(outages.asked().getLast().body()).contains("\"from\":\"trams <b>\"");
    }

    @Test
    void othersReadAndChangeNothing() throws Exception {
        outages.has("DECLARED", "erik");
        for (var role : new String[] {"auditor", "moderator", "case-officer"}) {
            pages.perform(read(ONE).with(as(role)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("name=\"step\""))));
            pages.perform(read("/avbrott").with(as(role)))
                    .andExpect(content().string(not(containsString("name=\"cause\""))));
            pages.perform(step("CONFIRM").with(as(role))).andExpect(status().isForbidden());
        }
        pages.perform(read("/avbrott/" + UUID.randomUUID()).with(as("administrator")))
                .andExpect(status().isNotFound());
        pages.perform(step("NONSENSE")).andExpect(status().isBadRequest());
        assertThat(outages.asked()).isEmpty();
    }

    @Test
    void aLoginThatHasEndedIsSaid() throws Exception {
        petitionService.renewsTokens(false);
        try {
            pages.perform(
                            get("/avbrott")
                                    .locale(SWEDISH)
                                    .with(withTokens(Instant.now().minusSeconds(60)))
                                    .with(as("administrator")))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("Din inloggning har gått ut")));
        } finally {
            petitionService.renewsTokens(true);
        }
    }

    private MockHttpServletRequestBuilder read(String path) {
        return get(path).locale(SWEDISH).with(withTokens(soon()));
    }

    private MockHttpServletRequestBuilder step(String step) {
        return post(ONE)
                .param("step", step)
                .with(withTokens(soon()))
                .with(as("administrator"))
                .with(csrf());
    }

    private MockHttpServletRequestBuilder declaration(String from) {
        return post("/avbrott")
                .param("cause", "EID")
                .param("from", from)
                .param("to", "2026-11-23T13:00")
                .param("reason", "Ingen kunde logga in.")
                .with(withTokens(soon()))
                .with(as("administrator"))
                .with(csrf());
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(300);
    }
}
