package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What nobody does alone, on the pages and in the decision log. */
class FourEyesTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");

    @Test
    void aTextIsHiddenWhenAColleagueAgrees() throws Exception {
        var petition = proposedToHide();
        pages.perform(page(petition, "anna"))
                .andExpect(content().string(containsString("kan inte besluta ensam")))
                .andExpect(content().string(not(containsString("value=\"CONFIRM\""))));
        pages.perform(decision(petition, "2", "CONFIRM", "anna"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Du kan inte besluta ensam")));
        assertThat(TestTopics.moderation(petition)).isEmpty();

        pages.perform(page(petition, "erik"))
                .andExpect(content().string(containsString("value=\"CONFIRM\"")))
                .andExpect(content().string(containsString("Test Testsson föreslog det")));
        pages.perform(decision(petition, "2", "CONFIRM", "erik"))
                .andExpect(redirectedUrl("/granskning"));
        pages.perform(decision(petition, "2", "CONFIRM", "erik"))
                .andExpect(redirectedUrl("/granskning"));
        await().atMost(SOON).until(() -> TestTopics.moderation(petition).size() == 1);
        pages.perform(log(petition))
                .andExpect(content().string(containsString("Föreslog att avvisa och dölja")))
                .andExpect(content().string(containsString("Avvisade förslaget")));
    }

    @Test
    void aColleagueWhoDoesNotAgreePutsItBackInTheQueue() throws Exception {
        var petition = proposedToHide();
        pages.perform(decision(petition, "2", "DISMISS", "erik"))
                .andExpect(redirectedUrl("/granskning"));
        inQueue(petition);
        pages.perform(log(petition))
                .andExpect(content().string(containsString("Nekade att avvisa och dölja")));
        pages.perform(decision(petition, "3", "APPROVE", "erik"))
                .andExpect(redirectedUrl("/granskning"));
    }

    @Test
    void everyStepOfATakeDownIsSealedInTheLog() throws Exception {
        var petition = petitionInQueue();
        pages.perform(decision(petition, "1", "APPROVE", "anna"))
                .andExpect(redirectedUrl("/granskning"));
        takeDown(petition, "2", "PROPOSE", "anna");
        takeDown(petition, "2", "PROPOSE", "anna");
        takeDown(petition, "3", "DISMISS", "erik");
        takeDown(petition, "4", "PROPOSE", "anna");
        takeDown(petition, "5", "CONFIRM", "erik");
        takeDown(petition, "6", "RESTORE", "anna");
        for (var action :
                new String[] {
                    "Föreslog nedtagning",
                    "Kommunen får enligt lag inte visa texten · Tills vidare",
                    "Nekade nedtagning",
                    "Tog ner förslaget",
                    "Visade förslaget igen"
                }) {
            pages.perform(log(petition)).andExpect(content().string(containsString(action)));
        }
        pages.perform(get("/beslutslogg/kontroll").locale(SWEDISH).with(as("auditor")))
                .andExpect(content().string(containsString("Loggen är hel")));
    }

    /** Proposed by anna, and known to the queue. */
    private UUID proposedToHide() throws Exception {
        var petition = petitionInQueue();
        pages.perform(decision(petition, "1", "REJECT", "anna").param("reason", "OFFENSIVE"))
                .andExpect(redirectedUrl("/granskning"));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                pages.perform(
                                                get("/granskning?lage=REJECTION_PROPOSED")
                                                        .with(as("moderator")))
                                        .andExpect(
                                                content()
                                                        .string(
                                                                containsString(
                                                                        petition.toString()))));
        return petition;
    }

    /** The page knows the case a moment after it has changed. */
    private void takeDown(UUID petition, String version, String step, String by) throws Exception {
        var page = "/granskning/" + petition + "/nedtagning";
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                pages.perform(
                                                post(page)
                                                        .param("version", version)
                                                        .param("step", step)
                                                        .param("reason", "UNLAWFUL")
                                                        .param("lasts", "FOR_NOW")
                                                        .with(as(by, "moderator"))
                                                        .with(csrf()))
                                        .andExpect(redirectedUrl(page)));
    }

    private MockHttpServletRequestBuilder page(UUID petition, String by) {
        return get("/granskning/" + petition).locale(SWEDISH).with(as(by, "moderator"));
    }

    private MockHttpServletRequestBuilder log(UUID petition) {
        return get("/beslutslogg?forslag=" + petition).locale(SWEDISH).with(as("auditor"));
    }

    private MockHttpServletRequestBuilder decision(
            UUID petition, String version, String decision, String by) {
        return post("/granskning/" + petition)
                .param("version", version)
                .param("decision", decision)
                .locale(SWEDISH)
                .with(as(by, "moderator"))
                .with(csrf());
    }
}
