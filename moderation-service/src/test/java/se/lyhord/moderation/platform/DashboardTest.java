package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
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

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The staff's pages. */
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
}
