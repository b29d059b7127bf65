package se.lyhord.moderation.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What nobody should send, and what the staff's pages say to it. */
class BadInputTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");
    private static final String LONG = "x".repeat(2001);

    /** What is typed as a message, and what the page says of it. */
    static final List<Arguments> BAD_MESSAGES =
            List.of(
                    Arguments.of("", "Skriv vad som behöver kompletteras."),
                    Arguments.of(" \t\r\n ", "Skriv vad som behöver kompletteras."),
                    Arguments.of("\u200b\u200b", "Skriv vad som behöver kompletteras."),
                    Arguments.of(LONG, "Meddelandet är för långt."),
                    Arguments.of("😀".repeat(1001), "Meddelandet är för långt."),
                    Arguments.of("a\u202eb", "Meddelandet innehåller tecken"),
                    Arguments.of("a\u0000b", "Meddelandet innehåller tecken"));

    @ParameterizedTest
    @FieldSource("BAD_MESSAGES")
    void aBadMessageIsNamedAtItsFieldAndNothingIsDecided(String message, String said)
            throws Exception {
        var petition = petitionInQueue();
        pages.perform(decision(petition, "RETURN").param("message", message))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#message\"")))
                .andExpect(content().string(containsString(said)));
        assertThat(queued(petition)).isNotNull();
    }

    @Test
    void emojiOtherWritingsAndHtmlAreKeptAsTheyAre() throws Exception {
        var petition = petitionInQueue();
        var note = "عربي 👩\u200d🚒 <script>alert(1)</script> '; drop table review; --";
        pages.perform(
                        post("/granskning/" + petition + "/anteckning")
                                .param("once", UUID.randomUUID().toString())
                                .param("colleagueNote", note)
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(flash().attributeCount(0));
        pages.perform(get("/granskning/" + petition).with(as("moderator")))
                .andExpect(content().string(containsString("عربي 👩\u200d🚒 &lt;script&gt;")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "a\u202eb", "a\u0000b"})
    void aBadNoteIsNamedAndKeptInItsField(String note) throws Exception {
        var petition = petitionInQueue();
        for (var typed : new String[] {note, LONG}) {
            pages.perform(
                            post("/granskning/" + petition + "/anteckning")
                                    .param("once", UUID.randomUUID().toString())
                                    .param("colleagueNote", typed)
                                    .with(as("moderator"))
                                    .with(csrf()))
                    .andExpect(flash().attributeExists("noteError"))
                    .andExpect(flash().attribute("typedNote", typed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tom", "<b>", "', ''); --", "\u0000", "x\u202ey"})
    void anAddressOrAChoiceThatIsNoneIsSaidSo(String nonsense) throws Exception {
        for (var page : new String[] {"/granskning/{id}", "/handlaggning/{id}", "/avbrott/{id}"}) {
            pages.perform(get(page, nonsense).locale(SWEDISH).with(as("administrator")))
                    .andExpect(status().is4xxClientError());
        }
        pages.perform(get("/granskning").param("q", nonsense).with(as("moderator")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<b>"))));
        pages.perform(get("/beslutslogg").param("handling", nonsense).with(as("auditor")))
                .andExpect(status().isOk());
        var petition = petitionInQueue();
        pages.perform(decision(petition, nonsense)).andExpect(status().isUnprocessableContent());
        pages.perform(decision(petition, "REJECT").param("reason", nonsense))
                .andExpect(status().isUnprocessableContent());
        pages.perform(
                        post("/granskning/" + petition)
                                .param("version", nonsense)
                                .param("decision", "APPROVE")
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(status().is4xxClientError());
        assertThat(queued(petition)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/granskning/{id}/etiketter",
                "/granskning/{id}/anteckning",
                "/granskning/{id}/nedtagning",
                "/granskning/{id}"
            })
    void aPetitionThatDoesNotExistIsNotFound(String page) throws Exception {
        pages.perform(
                        post(page, UUID.randomUUID())
                                .param("version", "1")
                                .param("step", "PROPOSE")
                                .param("decision", "APPROVE")
                                .param("tags", "park")
                                .param("once", UUID.randomUUID().toString())
                                .param("colleagueNote", "Hej")
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n", "\u200b\ufeff", "LONG"})
    void anOutcomeWithoutAnAnswerOrWithOneThatIsTooLongIsNotSent(String typed) throws Exception {
        var answer = typed.equals("LONG") ? "x".repeat(4001) : typed;
        petitionService.outcomes().clear();
        pages.perform(
                        post("/handlaggning/" + closedPetition())
                                .param("version", "0")
                                .param("committee", "TN")
                                .param("registryNumber", "TN 2026/77")
                                .param("decidedOn", "2026-04-09")
                                .param("decision", "ACCEPTED")
                                .param("answer", answer)
                                .param("answerEnglish", "Yes.")
                                .with(as("case-officer"))
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#answer\"")))
                .andExpect(content().string(containsString("Yes.</textarea>")));
        assertThat(petitionService.outcomes()).isEmpty();
    }

    @Test
    void aForgedTokenIsRefusedAndAnEndedSessionLeadsToTheLogin() throws Exception {
        var petition = petitionInQueue();
        for (var page :
                new String[] {
                    "/granskning/" + petition,
                    "/granskning/" + petition + "/nedtagning",
                    "/granskning/" + petition + "/anteckning",
                    "/granskning/" + petition + "/etiketter",
                    "/handlaggning/" + petition,
                    "/regler",
                    "/avbrott"
                }) {
            pages.perform(post(page).with(as("moderator")).with(csrf().useInvalidToken()))
                    .andExpect(status().isForbidden());
            pages.perform(post(page)).andExpect(redirectedUrl("/logga-in?varfor=slut"));
        }
        assertThat(queued(petition)).isNotNull();
    }

    @Test
    void aDoubleClickDecidesOnce() throws Exception {
        var petition = petitionInQueue();
        pages.perform(decision(petition, "APPROVE")).andExpect(redirectedUrl("/granskning"));
        pages.perform(decision(petition, "APPROVE")).andExpect(redirectedUrl("/granskning"));
        var once = UUID.randomUUID().toString();
        for (var click = 0; click < 2; click++) {
            pages.perform(
                    post("/granskning/" + petition + "/anteckning")
                            .param("once", once)
                            .param("colleagueNote", "Bara en gång")
                            .with(as("moderator"))
                            .with(csrf()));
        }
        var page =
                pages.perform(get("/granskning/" + petition).with(as("moderator")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(page).containsOnlyOnce("Bara en gång");
    }

    /** Over the real server, since it is what gives up first. */
    @Test
    void tenMegabytesAreRefusedAndTheServiceGoesOn() throws Exception {
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/granskning/%s"
                                                .formatted(port, UUID.randomUUID())))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "text/html")
                        .header("Accept-Language", "sv")
                        .POST(HttpRequest.BodyPublishers.ofString("note=" + "x".repeat(10 << 20)))
                        .build();
        try (var browser = HttpClient.newHttpClient()) {
            var answer = browser.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("Det du skickade är för stort");
        }
        var petition = petitionInQueue();
        var tooLong = "{\"decision\":\"REJECT\",\"note\":\"" + "x".repeat(10 << 20) + "\"}";
        assertThat(decide(petition, "anna", "1", tooLong).statusCode()).isIn(413, 422);
        assertThat(queued(petition)).isNotNull();
    }

    private MockHttpServletRequestBuilder decision(UUID petition, String decision) {
        return post("/granskning/" + petition)
                .param("version", "1")
                .param("decision", decision)
                .locale(SWEDISH)
                .with(as("moderator"))
                .with(csrf());
    }
}
