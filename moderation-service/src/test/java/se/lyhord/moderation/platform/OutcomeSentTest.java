package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What petition-service is asked to record with the officer's own token, and what it says to it.
 */
class OutcomeSentTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");

    @BeforeEach
    void petitionServiceTakesOutcomes() {
        petitionService.outcomes().clear();
        petitionService.answersOutcomes(204, "");
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
}
