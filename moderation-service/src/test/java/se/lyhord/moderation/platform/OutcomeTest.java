package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** A case from the close of the vote to the answer, as the case officer sees it. */
class OutcomeTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");

    @Autowired JdbcClient jdbc;

    private UUID petition;

    @BeforeEach
    void closed() throws Exception {
        petitionService.outcomes().clear();
        petitionService.documents().clear();
        petitionService.answersOutcomes(204, "");
        petition = closedPetition();
    }

    @Test
    void theDutyClockRunsFromTheCloseAndSaysWhenThePromiseIsBroken() throws Exception {
        answerBy(LocalDate.now().plusDays(12));
        pages.perform(get("/handlaggning/" + petition).locale(SWEDISH).with(as("case-officer")))
                .andExpect(content().string(containsString("12 dagar kvar att svara")));
        answerBy(LocalDate.now().minusDays(3));
        pages.perform(get("/handlaggning").locale(SWEDISH).with(as("case-officer")))
                .andExpect(content().string(containsString("3 dagar för sent")));
    }

    @Test
    void aCaseIsHandedOverAndThenSaidToBeWithTheCommittee() throws Exception {
        pages.perform(handOver("2026-03-05").with(as("case-officer")).with(csrf()))
                .andExpect(redirectedUrl("/handlaggning"));
        var sent = petitionService.outcomes().getFirst();
        assertThat(sent.path()).isEqualTo("/api/v1/petitions/" + petition + "/hand-over");
        assertThat(sent.ifMatch()).isEqualTo("\"0\"");
        assertThat(sent.body())
                .contains("\"committee\":\"TN\"", "\"handedOverOn\":\"2026-03-05\"", "TN 2026/77");
        pages.perform(get("/beslutslogg?forslag=" + petition).locale(SWEDISH).with(as("auditor")))
                .andExpect(content().string(containsString("Tekniska nämnden · TN 2026/77")));

        TestTopics.send(
                "PetitionHandedOver",
                petition,
                3,
                """
                {"petitionId":"%s","handOverVersion":1,"committee":"TN",
                 "registryNumber":"TN 2026/77","handedOverOn":"2026-03-05"}
                """
                        .formatted(petition));
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                pages.perform(
                                                get("/handlaggning/" + petition)
                                                        .locale(SWEDISH)
                                                        .with(as("case-officer")))
                                        .andExpect(
                                                content()
                                                        .string(
                                                                containsString(
                                                                        "Lämna över till en annan"
                                                                                + " nämnd"))));
    }

    @Test
    void aHandOverInTheFutureIsNotSent() throws Exception {
        pages.perform(handOver("2999-01-01").locale(SWEDISH).with(as("case-officer")).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#handOverDay\"")));
        assertThat(petitionService.outcomes()).isEmpty();
        pages.perform(handOver("2026-03-05").with(as("moderator")).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void anAnswerGoesInBothLanguagesWithItsDocument() throws Exception {
        pages.perform(
                        outcome("%PDF-1.7 protokoll", "C:\\fil\\Protokoll § 12 <b>.PDF")
                                .with(as("case-officer"))
                                .with(csrf()))
                .andExpect(redirectedUrl("/handlaggning"));
        assertThat(petitionService.documents()).containsExactly("name=Protokoll  12 b.pdf");
        assertThat(petitionService.outcomes().getFirst().body())
                .contains(
                        "\"answer\":\"Ja.\"",
                        "\"answerEnglish\":\"Yes.\"",
                        "\"documentUrl\":\"https://ekeby.example/p\"",
                        "\"documentId\":\"" + PetitionServiceStandIn.DOCUMENT + "\"");
    }

    @Test
    void aFileThatIsNoPdfOrTooLargeIsRefusedAndTheTextIsKept() throws Exception {
        for (var content : new String[] {"MZ virus", "%PDF-" + "x".repeat(5 << 20)}) {
            pages.perform(
                            outcome(content, "protokoll.pdf")
                                    .locale(SWEDISH)
                                    .with(as("case-officer"))
                                    .with(csrf()))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("href=\"#document\"")))
                    .andExpect(content().string(containsString("Ja.</textarea>")));
        }
        assertThat(petitionService.outcomes()).isEmpty();
        assertThat(petitionService.documents()).isEmpty();
    }

    private void answerBy(LocalDate day) {
        jdbc.sql("update closed_petition set answer_by = ? where petition_id = ?")
                .params(day, petition)
                .update();
    }

    private MockHttpServletRequestBuilder handOver(String day) {
        return post("/handlaggning/" + petition + "/overlamna")
                .param("version", "0")
                .param("handOverCommittee", "TN")
                .param("handOverNumber", "TN 2026/77")
                .param("handOverDay", day)
                .with(withTokens(Instant.now().plusSeconds(300)));
    }

    private MockMultipartHttpServletRequestBuilder outcome(String content, String name) {
        var form = multipart("/handlaggning/" + petition);
        form.file(
                new MockMultipartFile(
                        "document",
                        name,
                        "application/pdf",
                        content.getBytes(StandardCharsets.US_ASCII)));
        form.param("version", "0")
                .param("committee", "TN")
                .param("registryNumber", "TN 2026/77")
                .param("decidedOn", "2026-04-09")
                .param("decision", "ACCEPTED")
                .param("answer", "Ja.")
                .param("answerEnglish", "Yes.")
                .param("documentUrl", "https://ekeby.example/p")
                .with(withTokens(Instant.now().plusSeconds(300)));
        return form;
    }
}
