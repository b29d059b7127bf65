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

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a moderator sees of a text, hides of it, asks for, and points at. */
class ReviewPageTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");
    private static final String TEXT = "Maj har 070-174 06 05. Fråga Maj i huset.";

    @Test
    void whatLooksLikePersonalDataIsMarkedAndHiddenUnlessTheModeratorKeepsIt() throws Exception {
        var petition = waiting(TEXT);
        pages.perform(get("/granskning/" + petition).locale(SWEDISH).with(as("moderator")))
                .andExpect(content().string(containsString("value=\"TEXT:8-21:PHONE\" checked")))
                .andExpect(content().string(containsString("[maskat: telefonnummer]")))
                .andExpect(content().string(containsString("Det hittar inte namn och adresser")));

        pages.perform(
                        decision(petition, 1, "APPROVE")
                                .param("mask", "TEXT:8-21:PHONE")
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(redirectedUrl("/granskning"));

        assertThat(published(petition, 2))
                .first()
                .asString()
                .contains(
                        "\"redactions\":[{\"field\":\"TEXT\",\"start\":8,\"end\":21,"
                                + "\"kind\":\"PHONE\"}]")
                .doesNotContain("070");
        pages.perform(get("/beslutslogg?forslag=" + petition).locale(SWEDISH).with(as("auditor")))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "maskade telefonnummer i texten, tecken 9–21")));
    }

    @Test
    void whatTheModeratorKeepsIsPublished() throws Exception {
        var petition = waiting(TEXT);
        pages.perform(decision(petition, 1, "APPROVE").with(as("moderator")).with(csrf()))
                .andExpect(redirectedUrl("/granskning"));
        assertThat(published(petition, 1)).singleElement().asString().doesNotContain("redactions");
    }

    @Test
    void wordsAreHiddenWhereverTheyStandAndPreviewedBeforeAnythingIsDecided() throws Exception {
        var petition = waiting(TEXT);
        pages.perform(
                        decision(petition, 1, "")
                                .param("preview", "1")
                                .param("words", " Maj ")
                                .param("wordsKind", "NAME")
                                .param("note", "Granne, tror jag")
                                .locale(SWEDISH)
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"TEXT:0-3:NAME\" checked")))
                .andExpect(content().string(containsString("value=\"TEXT:29-32:NAME\" checked")))
                .andExpect(content().string(not(containsString("TEXT:8-21:PHONE\" checked"))))
                .andExpect(content().string(containsString("[maskat: namn]")))
                .andExpect(content().string(containsString("Granne, tror jag")));
        assertThat(queued(petition)).isNotNull();

        pages.perform(
                        decision(petition, 1, "APPROVE")
                                .param("words", "Elsa")
                                .locale(SWEDISH)
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Orden står inte i texten")));
        assertThat(queued(petition)).isNotNull();
    }

    @Test
    void aPlaceOutsideTheTextChangesNothing() throws Exception {
        var petition = waiting(TEXT);
        for (var mask : List.of("TEXT:8-999:PHONE", "TEXT:0-9:NAME,TEXT:8-21:PHONE")) {
            pages.perform(
                            decision(petition, 1, "APPROVE")
                                    .param("mask", mask.split(","))
                                    .locale(SWEDISH)
                                    .with(as("moderator"))
                                    .with(csrf()))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("Maskningarna stämmer inte")));
        }
        pages.perform(
                        decision(petition, 1, "APPROVE")
                                .param("mask", "nonsense")
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(queued(petition)).isNotNull();
    }

    @Test
    void aReturnReachesThePetitionerAndTheCaseComesBackWithTheNewText() throws Exception {
        var petition = waiting(TEXT);
        petitionService.takesMessages(false);
        pages.perform(
                        decision(petition, 1, "RETURN")
                                .param("message", "Skriv var det ska stå.")
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(redirectedUrl("/granskning"));
        assertThat(published(petition, 1))
                .singleElement()
                .asString()
                .contains("\"textVersion\":1")
                .doesNotContain("Skriv var");
        assertThat(queued(petition)).isNull();
        assertThat(petitionService.message(petition)).isNull();
        petitionService.takesMessages(true);
        await().atMost(SOON)
                .untilAsserted(
                        () ->
                                assertThat(petitionService.message(petition))
                                        .isEqualTo("{\"message\":\"Skriv var det ska stå.\"}"));
        pages.perform(get("/granskning").locale(SWEDISH).with(as("moderator")))
                .andExpect(content().string(containsString("Väntar på komplettering")));

        petitionService.has(petition, 2, "Fler bänkar", "De ska stå vid ån.");
        announce(petition, 2);

        var item = inQueue(petition);
        pages.perform(get("/granskning/" + petition).locale(SWEDISH).with(as("moderator")))
                .andExpect(content().string(containsString("De ska stå vid ån.")))
                .andExpect(content().string(containsString("Skriv var det ska stå.")));
        assertThat(
                        decide(
                                        petition,
                                        "anna",
                                        item.get("version").asString(),
                                        "{\"decision\":\"APPROVE\"}")
                                .statusCode())
                .isEqualTo(204);
        assertThat(published(petition, 2)).last().asString().contains("\"textVersion\":2");
    }

    @Test
    void aReturnNeedsAMessage() throws Exception {
        var petition = waiting(TEXT);
        pages.perform(
                        decision(petition, 1, "RETURN")
                                .param("message", "  ")
                                .locale(SWEDISH)
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#message\"")))
                .andExpect(content().string(containsString("Skriv vad som behöver kompletteras.")));
    }

    @Test
    void aDuplicateIsPointedAt() throws Exception {
        var word = "Fågelholk" + UUID.randomUUID().toString().replaceAll("\\W|\\d", "");
        var first = submit(word + " i parken", "Till mesarna.");
        inQueue(first);
        var second = submit("Sätt upp en " + word.toLowerCase(Locale.ROOT), "Mesarna vill bo.");
        inQueue(second);
        pages.perform(get("/granskning/" + second).locale(SWEDISH).with(as("moderator")))
                .andExpect(content().string(containsString(word + " i parken")))
                .andExpect(content().string(containsString("/granskning/" + first)));

        pages.perform(
                        decision(second, 1, "REJECT")
                                .param("reason", "DUPLICATE")
                                .param("duplicateOf", "")
                                .locale(SWEDISH)
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Ange vilket förslag")));
        for (var wrong : List.of(second, UUID.randomUUID())) {
            pages.perform(
                            decision(second, 1, "REJECT")
                                    .param("reason", "DUPLICATE")
                                    .param("duplicateOf", wrong.toString())
                                    .locale(SWEDISH)
                                    .with(as("moderator"))
                                    .with(csrf()))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("Det andra förslaget finns inte")));
        }
        pages.perform(
                        decision(second, 1, "REJECT")
                                .param("reason", "DUPLICATE")
                                .param("duplicateOf", "http://localhost:8080/forslag/" + first)
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(redirectedUrl("/granskning"));

        assertThat(published(second, 2).getFirst()).contains("\"duplicateOf\":\"" + first + "\"");
        assertThat(published(second, 2).getLast()).contains("\"reason\":\"DUPLICATE\"");
    }

    @Test
    void theSecondModeratorIsToldAndKeepsWhatTheyWrote() throws Exception {
        var petition = waiting(TEXT);
        pages.perform(decision(petition, 1, "APPROVE").with(as("moderator")).with(csrf()));
        pages.perform(
                        decision(petition, 1, "RETURN")
                                .param("message", "Skriv var det ska stå.")
                                .param("note", "Ringde i går")
                                .locale(SWEDISH)
                                .with(as("erik", "moderator"))
                                .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("En kollega hann före")))
                .andExpect(content().string(containsString("Skriv var det ska stå.")))
                .andExpect(content().string(containsString("Ringde i går")));
        assertThat(published(petition, 1)).hasSize(1);
        assertThat(petitionService.message(petition)).isNull();
    }

    @Test
    void whoDecidesWhileAColleagueWritesANoteIsToldAndKeepsTheForm() throws Exception {
        var petition = waiting(TEXT);
        pages.perform(
                post("/granskning/" + petition + "/anteckning")
                        .param("once", UUID.randomUUID().toString())
                        .param("colleagueNote", "Vänta, jag frågar juristen")
                        .with(as("moderator"))
                        .with(csrf()));
        pages.perform(
                        decision(petition, 1, "REJECT")
                                .param("reason", "UNCLEAR")
                                .param("note", "Obegripligt")
                                .locale(SWEDISH)
                                .with(as("erik", "moderator"))
                                .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Ärendet har ändrats")))
                .andExpect(content().string(containsString("Vänta, jag frågar juristen")))
                .andExpect(content().string(containsString("value=\"UNCLEAR\" selected")))
                .andExpect(content().string(containsString("Obegripligt")))
                .andExpect(content().string(containsString("name=\"version\" value=\"2\"")));
        assertThat(queued(petition)).isNotNull();
    }

    private UUID waiting(String text) {
        var petition = submit("Fler bänkar", text);
        inQueue(petition);
        return petition;
    }

    private static MockHttpServletRequestBuilder decision(
            UUID petition, int version, String decision) {
        return post("/granskning/" + petition)
                .param("version", Integer.toString(version))
                .param("decision", decision);
    }

    private static List<String> published(UUID petition, int events) {
        return await()
                .atMost(SOON)
                .until(() -> TestTopics.moderation(petition), found -> found.size() >= events)
                .stream()
                .map(message -> message.value())
                .toList();
    }
}
