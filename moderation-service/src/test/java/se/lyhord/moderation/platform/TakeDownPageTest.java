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
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A published petition is taken down by two and restored by one. */
class TakeDownPageTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");

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
}
