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

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.lyhord.moderation.municipality.Settled;

/** What an administrator settles, who is told of it, and who may not. */
class SettingsTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");
    private static final List<String> REASONS =
            List.of(
                    "NOT_MUNICIPAL",
                    "DUPLICATE",
                    "PERSONAL_DATA",
                    "OFFENSIVE",
                    "UNCLEAR",
                    "ADVERTISING");

    @Autowired Settled settled;
    @Autowired JdbcClient jdbc;

    /** Other tests find the name and the promises they expect. */
    @AfterEach
    void asBefore() throws Exception {
        if (settled.now().version() > 0) {
            save(form(settled.now().version(), "Ekeby", "5"));
        }
        petitionService.answersRules(200);
        petitionService.takesMessages(true);
    }

    @Test
    void aChangeIsAVersionWithWhoAndWhenAndHoldsAtOnce() throws Exception {
        var version = settled.now().version();
        save(
                form(version, "Sjöby", "3")
                        .param("bannerSwedish", "Rösta går inte just nu.")
                        .param("bannerEnglish", "Voting does not work now."));

        assertThat(settled.now().version()).isEqualTo(version + 1);
        pages.perform(get("/granskning").locale(SWEDISH).with(as("moderator")))
                .andExpect(content().string(containsString("Sjöby kommun")))
                .andExpect(content().string(containsString("beslut inom 3 dagar")));
        pages.perform(get("/regler").locale(SWEDISH).with(as("auditor")))
                .andExpect(content().string(containsString("Version " + (version + 1))))
                .andExpect(content().string(containsString("Test Testsson")));
        pages.perform(get("/beslutslogg?handling=SETTINGS").with(as("auditor")))
                .andExpect(content().string(containsString("version " + (version + 1))));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(petitionService.municipality())
                                        .contains(
                                                "\"version\":" + (version + 1),
                                                "\"name\":\"Sjöby\"",
                                                "Rösta går inte just nu."));
    }

    @Test
    void aReasonThatIsNoLongerOfferedCannotBeChosenAndItsWordsAreTheMunicipalitys()
            throws Exception {
        save(form(settled.now().version(), "Ekeby", "5", "", "Det rår regionen över"));
        var petition = petitionInQueue();
        pages.perform(get("/granskning/" + petition).locale(SWEDISH).with(as("moderator")))
                .andExpect(content().string(containsString("Det rår regionen över")));

        save(form(settled.now().version(), "Ekeby", "5", "ADVERTISING"));
        pages.perform(get("/granskning/" + petition).locale(SWEDISH).with(as("moderator")))
                .andExpect(content().string(not(containsString("value=\"ADVERTISING\""))));
    }

    @Test
    void theSecondAdministratorIsToldAndKeepsWhatTheyWrote() throws Exception {
        var version = settled.now().version();
        save(form(version, "Ekeby", "7"));
        pages.perform(
                        form(version, "Norrby", "9")
                                .locale(SWEDISH)
                                .with(as("erik", "administrator"))
                                .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("En kollega har ändrat reglerna")))
                .andExpect(content().string(containsString("value=\"Norrby\"")))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "name=\"version\" value=\"" + (version + 1))));
        assertThat(settled.now().reviewDays()).isEqualTo(7);
    }

    @Test
    void whatCannotHoldIsNamedAtItsField() throws Exception {
        var version = settled.now().version();
        pages.perform(
                        form(version, " ", "0")
                                .param("committees[1].code", "tn")
                                .param("bannerSwedish", "Bara svenska")
                                .locale(SWEDISH)
                                .with(as("administrator"))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#name\"")))
                .andExpect(content().string(containsString("href=\"#reviewDays\"")))
                .andExpect(content().string(containsString("committees[1].code")))
                .andExpect(content().string(containsString("på båda språken, eller på inget")));
        assertThat(settled.now().version()).isEqualTo(version);
    }

    @Test
    void anAuthorityIsOfferedToModeratorsToldToCitizensAndNeverLost() throws Exception {
        save(
                authority(
                        form(settled.now().version(), "Ekeby", "5"),
                        "POLISEN",
                        "https://polisen.se/"));
        var petition = petitionInQueue();
        pages.perform(get("/granskning/" + petition).with(as("moderator")))
                .andExpect(content().string(containsString("value=\"POLISEN\"")));
        pages.perform(redirection(petition, "BORTA").locale(SWEDISH))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("går inte att välja längre")));
        pages.perform(redirection(petition, "POLISEN")).andExpect(redirectedUrl("/granskning"));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(TestTopics.moderation(petition))
                                        .extracting(it -> it.value())
                                        .satisfiesExactly(
                                                it -> assertThat(it).contains("POLISEN"),
                                                it -> assertThat(it).contains("NOT_MUNICIPAL")));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(petitionService.municipality())
                                        .contains("https://polisen.se/"));

        pages.perform(forgetful().locale(SWEDISH).with(as("administrator")).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("redan är sparad saknas")));
        for (var address : List.of("http://polisen.se", "javascript:alert(1)", "https:", "")) {
            pages.perform(
                            authority(forgetful(), "POLISEN", address)
                                    .with(as("administrator"))
                                    .with(csrf()))
                    .andExpect(status().isUnprocessableContent());
        }
    }

    private MockHttpServletRequestBuilder forgetful() {
        return bare(settled.now().version(), "Ekeby", "5", "", "Kommunen bestämmer inte")
                .param("blockMonths", "0");
    }

    private MockHttpServletRequestBuilder redirection(UUID petition, String authority) {
        return post("/granskning/" + petition)
                .param("version", "1")
                .param("decision", "REJECT")
                .param("reason", "NOT_MUNICIPAL")
                .param("authority", authority)
                .with(as("moderator"))
                .with(csrf());
    }

    private static MockHttpServletRequestBuilder authority(
            MockHttpServletRequestBuilder form, String code, String address) {
        return form.param("authorities[0].code", code)
                .param("authorities[0].swedish", "Polisen")
                .param("authorities[0].english", "The police")
                .param("authorities[0].address", address)
                .param("authorities[0].offered", "true");
    }

    @Test
    void withinTheBlockWindowTheReasonIsFilledInAndAPersonDecides() throws Exception {
        var answered = closedPetition();
        TestTopics.send(
                "OutcomeRecorded",
                answered,
                3,
                """
                {"petitionId":"%s","outcomeVersion":1,"decision":"DECLINED","decidedOn":"%s",
                 "committee":"TN","registryNumber":"TN 2026/1","recordedAt":"2026-11-20T09:00:00Z"}
                """
                        .formatted(answered, LocalDate.now().minusMonths(3)));
        var petition = submit("Snöröjning igen", "Före klockan sex.");
        inQueue(petition);
        var untilThen = "före " + LocalDate.now().minusMonths(3).plusMonths(12).getDayOfMonth();
        var page = get("/granskning/" + petition).locale(SWEDISH).with(as("moderator"));
        pages.perform(page)
                .andExpect(content().string(not(containsString("value=\"DUPLICATE\" selected"))));

        save(blocking("12"));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                pages.perform(page)
                                        .andExpect(
                                                content()
                                                        .string(
                                                                containsString(
                                                                        "value=\"DUPLICATE\""
                                                                                + " selected"))));
        pages.perform(page)
                .andExpect(content().string(containsString("inte föreslås igen " + untilThen)))
                .andExpect(content().string(not(containsString("value=\"REJECT\" checked"))));
        save(blocking("2"));
        pages.perform(page)
                .andExpect(content().string(not(containsString("value=\"DUPLICATE\" selected"))));
        pages.perform(blocking("-1").with(as("administrator")).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#blockMonths\"")));
    }

    private MockHttpServletRequestBuilder blocking(String months) {
        return form(settled.now().version(), "Ekeby", "5", "", "Kommunen bestämmer inte", months);
    }

    @Test
    void onlyAnAdministratorChangesAnything() throws Exception {
        for (var role : List.of("moderator", "case-officer", "auditor")) {
            pages.perform(get("/regler").with(as(role))).andExpect(status().isOk());
            pages.perform(form(settled.now().version(), "Kapad", "5").with(as(role)).with(csrf()))
                    .andExpect(status().isForbidden());
            pages.perform(rules().with(as(role)).with(csrf())).andExpect(status().isForbidden());
        }
    }

    @Test
    void rulesForVotingGoToPetitionServiceOverTheVersionThatWasRead() throws Exception {
        petitionService.outcomes().clear();
        pages.perform(get("/regler").locale(SWEDISH).with(as("administrator")))
                .andExpect(content().string(containsString("Det här är version 3.")));
        pages.perform(rules().with(as("administrator")).with(csrf()))
                .andExpect(redirectedUrl("/regler"));
        var sent = petitionService.outcomes().getFirst();
        assertThat(sent.ifMatch()).isEqualTo("\"3\"");
        assertThat(sent.authorization()).isEqualTo("Bearer access-token");
        assertThat(sent.body())
                .contains("\"votingPeriod\":\"P60D\"", "\"threshold\":250", "\"minimumAge\":13");
        pages.perform(get("/beslutslogg?handling=RULES").with(as("auditor")))
                .andExpect(content().string(containsString("threshold=250")));

        petitionService.answersRules(412);
        pages.perform(rules().locale(SWEDISH).with(as("administrator")).with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("En kollega har ändrat reglerna")))
                .andExpect(content().string(containsString("value=\"250\"")));
    }

    private void save(MockHttpServletRequestBuilder form) throws Exception {
        pages.perform(form.with(as("administrator")).with(csrf()))
                .andExpect(redirectedUrl("/regler"));
    }

    private MockHttpServletRequestBuilder rules() {
        return post("/regler/rostning")
                .param("version", "3")
                .param("votingPeriod", "60")
                .param("threshold", "250")
                .param("minimumAge", "13")
                .with(withTokens(Instant.now().plusSeconds(300)));
    }

    private MockHttpServletRequestBuilder form(int version, String name, String reviewDays) {
        return form(version, name, reviewDays, "");
    }

    private MockHttpServletRequestBuilder form(
            int version, String name, String reviewDays, String notOffered) {
        return form(version, name, reviewDays, notOffered, "Kommunen bestämmer inte");
    }

    /** What is saved of authorities stays. */
    private MockHttpServletRequestBuilder withAuthorities(MockHttpServletRequestBuilder form) {
        for (var saved : settled.now().authorities()) {
            authority(form, saved.code(), saved.address());
        }
        return form;
    }

    private MockHttpServletRequestBuilder form(
            int version, String name, String reviewDays, String notOffered, String firstReason) {
        return form(version, name, reviewDays, notOffered, firstReason, "0");
    }

    private MockHttpServletRequestBuilder form(
            int version,
            String name,
            String reviewDays,
            String notOffered,
            String firstReason,
            String blockMonths) {
        return withAuthorities(bare(version, name, reviewDays, notOffered, firstReason))
                .param("blockMonths", blockMonths);
    }

    private static MockHttpServletRequestBuilder bare(
            int version, String name, String reviewDays, String notOffered, String firstReason) {
        var form =
                post("/regler")
                        .param("version", Integer.toString(version))
                        .param("name", name)
                        .param("reviewDays", reviewDays)
                        .param("replyDays", "90")
                        .param("committees[0].code", "TN")
                        .param("committees[0].swedish", "Tekniska nämnden")
                        .param("committees[0].english", "Technical Committee");
        for (var i = 0; i < REASONS.size(); i++) {
            var row = "reasons[" + i + "].";
            form.param(row + "code", REASONS.get(i))
                    .param(row + "swedish", i == 0 ? firstReason : "Skäl " + i)
                    .param(row + "english", "Reason " + i);
            if (!REASONS.get(i).equals(notOffered)) {
                form.param(row + "offered", "true");
            }
        }
        return form;
    }
}
