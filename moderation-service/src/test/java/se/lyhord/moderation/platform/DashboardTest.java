package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class DashboardTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");

    @BeforeEach
    void petitionServiceTakesOutcomes() {
        petitionService.outcomes().clear();
        petitionService.answersOutcomes(204, "");
    }

    @Test
    void withoutALoginEveryPageLeadsToTheLoginPage() throws Exception {
        for (var page : new String[] {"/", "/granskning", "/handlaggning"}) {
            pages.perform(get(page)).andExpect(redirectedUrl("/logga-in"));
        }
        pages.perform(get("/logga-in").locale(SWEDISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Du loggar in med ditt vanliga")));
    }

    @ParameterizedTest
    @CsvSource({
        "moderator,200,302,403",
        "case-officer,200,403,302",
        "auditor,200,403,403",
        "administrator,200,403,403",
        "offline_access,403,403,403"
    })
    void everyRoleMayWhatItMay(String role, int read, int decide, int record) throws Exception {
        var waiting = petitionInQueue();
        var closed = closedPetition();
        pages.perform(get("/granskning").with(as(role))).andExpect(status().is(read));
        pages.perform(get("/granskning/" + waiting).with(as(role))).andExpect(status().is(read));
        pages.perform(get("/handlaggning").with(as(role))).andExpect(status().is(read));
        pages.perform(get("/handlaggning/" + closed).with(as(role))).andExpect(status().is(read));
        pages.perform(approve(waiting).with(as(role)).with(csrf())).andExpect(status().is(decide));
        pages.perform(outcome(closed).with(as(role)).with(csrf())).andExpect(status().is(record));
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() throws Exception {
        var petition = petitionInQueue();
        pages.perform(approve(petition).with(as("moderator"))).andExpect(status().isForbidden());
        pages.perform(approve(petition).with(as("moderator")).with(csrf().useInvalidToken()))
                .andExpect(status().isForbidden());
        pages.perform(approve(petition)).andExpect(redirectedUrl("/logga-in?varfor=slut"));
        assertThat(queued(petition)).isNotNull();
    }

    @Test
    void htmlInATextStaysText() throws Exception {
        var word = "Karusell" + UUID.randomUUID().toString().replaceAll("\\W|\\d", "x");
        var petition =
                submit(
                        "<script>alert(1)</script> " + word,
                        "<img src=x onerror=alert(2)> & <b>fet</b>");
        inQueue(petition);
        for (var page : new String[] {"/granskning?q=" + word, "/granskning/" + petition}) {
            pages.perform(get(page).with(as("moderator")))
                    .andExpect(content().string(containsString("&lt;script&gt;alert(1)")))
                    .andExpect(content().string(not(containsString("<script>alert"))))
                    .andExpect(content().string(not(containsString("<img src=x"))));
        }
        pages.perform(
                        post("/granskning/" + petition)
                                .param("version", "1")
                                .param("decision", "REJECT")
                                .param("note", "</textarea><script>alert(3)</script>")
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("<script>alert(3)"))));
    }

    @Test
    void everyPageForbidsForeignAndInlineCode() throws Exception {
        pages.perform(get("/granskning").with(as("moderator")))
                .andExpect(
                        header().string(
                                        "Content-Security-Policy",
                                        containsString("default-src 'none'; script-src 'self'")))
                .andExpect(
                        header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(not(containsString("style=\""))))
                .andExpect(content().string(not(matchesPattern("(?s).*<script(?![^>]* src=).*"))));
    }

    @Test
    void aDecisionIsSavedAndTheQueueSaysSo() throws Exception {
        var petition = petitionInQueue();
        var done =
                pages.perform(approve(petition).with(as("moderator")).with(csrf()))
                        .andExpect(redirectedUrl("/granskning"))
                        .andReturn();
        pages.perform(
                        get("/granskning")
                                .locale(SWEDISH)
                                .flashAttrs(done.getFlashMap())
                                .with(as("moderator")))
                .andExpect(content().string(containsString("Förslaget är godkänt")))
                .andExpect(content().string(not(containsString(petition.toString()))));
        pages.perform(get("/granskning/" + petition).locale(SWEDISH).with(as("auditor")))
                .andExpect(content().string(containsString("Test Testsson beslutade")))
                .andExpect(content().string(containsString("Bara för kollegor")));
        pages.perform(get("/granskning/" + petition).with(as("case-officer")))
                .andExpect(content().string(not(containsString("Bara för kollegor"))));
    }

    @Test
    void aForgottenReasonIsNamedAtItsFieldAndTheNoteIsKept() throws Exception {
        var petition = petitionInQueue();
        pages.perform(
                        post("/granskning/" + petition)
                                .locale(SWEDISH)
                                .param("version", "1")
                                .param("decision", "REJECT")
                                .param("note", "Ring Maj först")
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Rätta en sak")))
                .andExpect(content().string(containsString("href=\"#reason\"")))
                .andExpect(content().string(containsString("Välj ett skäl för att avvisa.")))
                .andExpect(content().string(containsString("Ring Maj först")));
        assertThat(queued(petition)).isNotNull();
    }

    @Test
    void theSecondModeratorSeesWhoWasFirst() throws Exception {
        var petition = petitionInQueue();
        pages.perform(approve(petition).with(as("moderator")).with(csrf()));
        pages.perform(
                        post("/granskning/" + petition)
                                .locale(SWEDISH)
                                .param("version", "1")
                                .param("decision", "REJECT")
                                .param("reason", "UNCLEAR")
                                .with(as("erik", "moderator"))
                                .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("En kollega hann före")))
                .andExpect(content().string(containsString("Test Testsson beslutade")));
    }

    @Test
    void aPetitionIsTakenDownByTwoAndRestored() throws Exception {
        var petition = petitionInQueue();
        pages.perform(approve(petition).with(as("moderator")).with(csrf()));
        var page = "/granskning/" + petition + "/nedtagning";
        awaitPage(page, "Föreslå nedtagning");
        pages.perform(
                        step(page, "2", "PROPOSE")
                                .locale(SWEDISH)
                                .with(as("anna", "moderator"))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Välj ett skäl")))
                .andExpect(content().string(containsString("Välj hur länge.")));
        pages.perform(
                        step(page, "2", "PROPOSE")
                                .param("reason", "UNLAWFUL")
                                .param("lasts", "FOR_NOW")
                                .with(as("anna", "moderator"))
                                .with(csrf()))
                .andExpect(redirectedUrl(page));
        awaitPage("/granskning/publicerade", "nedtagning föreslagen");
        pages.perform(get(page).locale(SWEDISH).with(as("anna", "moderator")))
                .andExpect(content().string(containsString("kan inte besluta ensam")))
                .andExpect(content().string(not(containsString("CONFIRM"))));
        pages.perform(
                        step(page, "3", "CONFIRM")
                                .locale(SWEDISH)
                                .with(as("anna", "moderator"))
                                .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Du kan inte besluta ensam")));
        pages.perform(step(page, "3", "CONFIRM").with(as("erik", "auditor")).with(csrf()))
                .andExpect(status().isForbidden());
        pages.perform(step(page, "3", "CONFIRM").with(as("erik", "moderator")).with(csrf()))
                .andExpect(redirectedUrl(page));
        awaitPage(page, "bekräftade nedtagningen");

        pages.perform(step(page, "4", "RESTORE").with(as("erik", "moderator")).with(csrf()))
                .andExpect(redirectedUrl(page));
        awaitPage(page, "visade förslaget igen");
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(TestTopics.moderation(petition))
                                        .extracting(it -> TestTopics.header(it, "ce_type"))
                                        .containsExactly(
                                                "se.lyhord.moderation.PetitionApproved.v1",
                                                "se.lyhord.moderation.PetitionTakenDown.v1",
                                                "se.lyhord.moderation.PetitionRestored.v1"));
    }

    private static MockHttpServletRequestBuilder step(String page, String version, String step) {
        return post(page).param("version", version).param("step", step);
    }

    private void awaitPage(String page, String words) {
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                pages.perform(
                                                get(page)
                                                        .locale(SWEDISH)
                                                        .with(as("maja", "moderator")))
                                        .andExpect(status().isOk())
                                        .andExpect(content().string(containsString(words))));
    }

    @Test
    void anOutcomeGoesToPetitionServiceWithTheOfficersOwnToken() throws Exception {
        var petition = closedPetition();
        pages.perform(get("/handlaggning").locale(SWEDISH).with(as("case-officer")))
                .andExpect(content().string(containsString(petition.toString())))
                .andExpect(content().string(containsString("Väntar på beslut")));

        pages.perform(outcome(petition).with(as("case-officer")).with(csrf()))
                .andExpect(redirectedUrl("/handlaggning"));

        var sent = petitionService.outcomes().getFirst();
        assertThat(sent.path()).isEqualTo("/api/v1/petitions/" + petition + "/outcome");
        assertThat(sent.authorization()).isEqualTo("Bearer access-token");
        assertThat(sent.ifMatch()).isEqualTo("\"0\"");
        assertThat(sent.body())
                .contains("\"committee\":\"TN\"", "\"decidedOn\":\"2026-04-09\"", "TN 2026/0212");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "412|409|En kollega har ändrat beslutet",
                "409|409|Beslutet går inte att registrera nu",
                "403|403|Du får inte registrera beslut",
                "503|503|Förslagstjänsten svarar inte",
                "500|503|Förslagstjänsten svarar inte"
            })
    void whatPetitionServiceRefusesIsSaidAndTheTextIsKept(int answer, int page, String words)
            throws Exception {
        var petition = closedPetition();
        petitionService.answersOutcomes(answer, "");
        pages.perform(outcome(petition).locale(SWEDISH).with(as("case-officer")).with(csrf()))
                .andExpect(status().is(page))
                .andExpect(content().string(containsString(words)))
                .andExpect(content().string(containsString("Vi röjer snön")));
    }

    @Test
    void whatPetitionServiceWantsMendedStandsAtTheField() throws Exception {
        var petition = closedPetition();
        petitionService.answersOutcomes(
                422,
                """
                {"type":"urn:lyhord:problem:invalid-fields","errors":
                 [{"field":"registryNumber","code":"invalid","message":"Så ser inget diarienummer ut."}]}
                """);
        pages.perform(outcome(petition).with(as("case-officer")).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"registryNumber-error\"")))
                .andExpect(content().string(containsString("Så ser inget diarienummer ut.")));
    }

    @Test
    void aTokenThatHasRunOutIsRenewed() throws Exception {
        var petition = closedPetition();
        pages.perform(
                        outcome(petition, Instant.now().minusSeconds(60))
                                .with(as("case-officer"))
                                .with(csrf()))
                .andExpect(redirectedUrl("/handlaggning"));
        assertThat(petitionService.outcomes().getFirst().authorization())
                .isEqualTo("Bearer " + PetitionServiceStandIn.RENEWED_TOKEN);
    }

    @Test
    void aLoginThatCannotBeRenewedIsSaidAndTheTextIsKept() throws Exception {
        var petition = closedPetition();
        petitionService.renewsTokens(false);
        try {
            pages.perform(
                            outcome(petition, Instant.now().minusSeconds(60))
                                    .locale(SWEDISH)
                                    .with(as("case-officer"))
                                    .with(csrf()))
                    .andExpect(status().isForbidden())
                    .andExpect(content().string(containsString("gick inte att förnya")))
                    .andExpect(content().string(containsString("Vi röjer snön")));
        } finally {
            petitionService.renewsTokens(true);
        }
        assertThat(petitionService.outcomes()).isEmpty();
    }

    @Test
    void loggingOutEndsTheLoginServicesSessionToo() throws Exception {
        pages.perform(
                        outcome(UUID.randomUUID())
                                .with(as("case-officer"))
                                .with(csrf())
                                .with(
                                        request -> {
                                            request.setRequestURI("/logga-ut");
                                            request.setServletPath("/logga-ut");
                                            return request;
                                        }))
                .andExpect(redirectedUrl("/logga-in?varfor=utloggad"));
        assertThat(petitionService.loggedOut()).contains("refresh_token=refresh-token");
        pages.perform(post("/logga-ut").with(as("case-officer")).with(csrf()))
                .andExpect(redirectedUrl("/logga-in?varfor=utloggad-har"));
    }

    @Test
    void anEmptyOutcomeIsNotSent() throws Exception {
        var petition = closedPetition();
        pages.perform(
                        post("/handlaggning/" + petition)
                                .param("version", "0")
                                .param("decidedOn", "2999-01-01")
                                .locale(Locale.ENGLISH)
                                .with(as("case-officer"))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Correct 6 things to go on")))
                .andExpect(content().string(containsString("The date is in the future.")));
        assertThat(petitionService.outcomes()).isEmpty();
    }

    @Test
    void theLanguageIsTheBrowsersUntilTheSwitchIsUsed() throws Exception {
        pages.perform(get("/granskning").locale(Locale.ENGLISH).with(as("moderator")))
                .andExpect(content().string(containsString("To review")));
        pages.perform(get("/granskning").locale(Locale.GERMAN).with(as("moderator")))
                .andExpect(content().string(containsString("Att granska")));
        var cookie =
                pages.perform(get("/sprak").param("lang", "en").param("till", "/granskning"))
                        .andExpect(redirectedUrl("/granskning"))
                        .andReturn()
                        .getResponse()
                        .getCookie("lyhord-language");
        pages.perform(get("/granskning").locale(SWEDISH).cookie(cookie).with(as("moderator")))
                .andExpect(content().string(containsString("To review")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "evil"})
    void theLanguageSwitchLeadsNowhereElse(String back) throws Exception {
        pages.perform(get("/sprak").param("lang", "en").param("till", back))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void whatIsNotThereIsSaidToBeNotThere() throws Exception {
        for (var page :
                new String[] {
                    "/granskning/" + UUID.randomUUID(),
                    "/granskning/nonsense",
                    "/handlaggning/" + UUID.randomUUID()
                }) {
            pages.perform(get(page).with(as("moderator"))).andExpect(status().isNotFound());
        }
    }

    private MockHttpServletRequestBuilder outcome(UUID petition) {
        return outcome(petition, Instant.now().plusSeconds(300));
    }

    /** Sent by somebody whose access token runs out at the given time. */
    private MockHttpServletRequestBuilder outcome(UUID petition, Instant expiry) {
        return post("/handlaggning/" + petition)
                .param("version", "0")
                .param("committee", "TN")
                .param("registryNumber", "TN 2026/0212")
                .param("decidedOn", "2026-04-09")
                .param("decision", "PARTLY_ACCEPTED")
                .param("answer", "Vi röjer snön på de sju största vägarna.")
                .param("answerEnglish", "We clear the seven largest roads of snow.")
                .with(withTokens(expiry));
    }
}
