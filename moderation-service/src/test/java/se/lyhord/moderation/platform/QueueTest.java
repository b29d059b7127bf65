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

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What moderators see of the queue, and what they tell each other. */
class QueueTest extends OnThePlatform {

    private static final Locale SWEDISH = Locale.of("sv");

    @Autowired JdbcClient jdbc;

    @Test
    void aWordFindsThePetitionInAnyFormAndNothingElse() throws Exception {
        var word = word();
        var wanted = submit(word + " vid ån", "Det gamla hjulet ska snurra igen.");
        var other = submit("Något annat", "Helt annat.");
        inQueue(wanted);
        inQueue(other);

        assertThat(queue("?q=" + word.toLowerCase(Locale.ROOT)))
                .contains(wanted.toString())
                .doesNotContain(other.toString())
                .contains("1 förslag matchar.");
        assertThat(queue("?q=" + word + "xyz")).contains("Inget förslag matchar.");
        assertThat(queue("?q=%00%27%22%25")).contains("Att granska");
    }

    @Test
    void anAgeShowsWhatHasWaitedThatLong() throws Exception {
        var late = petitionInQueue();
        var fresh = petitionInQueue();
        wait(late, 6);
        wait(fresh, 0);

        assertThat(queue("?alder=LATE&sortera=NEWEST&q=Snöröjning"))
                .contains(late.toString(), "6 dagar")
                .doesNotContain(fresh.toString());
        assertThat(queue("?alder=FRESH&sortera=NEWEST&q=Snöröjning"))
                .contains(fresh.toString())
                .doesNotContain(late.toString());
        assertThat(queue("?alder=NONSENSE")).contains("Att granska");
    }

    @Test
    void aLongQueueHasPagesThatKeepTheFilter() throws Exception {
        var tag = "sida " + UUID.randomUUID().toString().substring(0, 8);
        for (var i = 0; i < 26; i++) {
            var petition = petitionInQueue();
            pages.perform(tags(petition, 1, tag).with(as("moderator")).with(csrf()));
        }
        var first = queue("?etikett=" + tag);
        assertThat(first).contains("26 förslag matchar.", "Nästa sida").contains("sida=2");
        assertThat(queue("?etikett=" + tag + "&sida=2"))
                .contains("Föregående sida")
                .doesNotContain("Nästa sida");
    }

    @Test
    void tagsAreKeptInSmallLettersAndFilterTheQueue() throws Exception {
        var petition = petitionInQueue();
        var tag = "brådis " + UUID.randomUUID().toString().substring(0, 8);
        pages.perform(
                        tags(petition, 1, " " + tag.toUpperCase(SWEDISH) + " ,, trafik")
                                .with(as("moderator"))
                                .with(csrf()))
                .andExpect(redirectedUrl("/granskning/" + petition + "#kollegor"));

        assertThat(queue("?etikett=" + tag)).contains(petition.toString(), ">trafik<");
        pages.perform(get("/granskning/" + petition).with(as("moderator")))
                .andExpect(content().string(containsString("value=\"" + tag + ", trafik\"")));
    }

    @Test
    void tagsOverACaseThatHasChangedAreRefusedAndKeptInTheForm() throws Exception {
        var petition = petitionInQueue();
        pages.perform(tags(petition, 1, "först").with(as("moderator")).with(csrf()));

        var second =
                pages.perform(tags(petition, 1, "sedan").with(as("erik", "moderator")).with(csrf()))
                        .andReturn();

        pages.perform(
                        get("/granskning/" + petition)
                                .locale(SWEDISH)
                                .flashAttrs(second.getFlashMap())
                                .with(as("erik", "moderator")))
                .andExpect(content().string(containsString("dina etiketter sparades inte")))
                .andExpect(content().string(containsString("value=\"sedan\"")));
        assertThat(queue("?etikett=först")).contains(petition.toString());
        assertThat(queue("?etikett=sedan")).doesNotContain(petition.toString());
    }

    @Test
    void aNoteIsForModeratorsAndAuditorsAlone() throws Exception {
        var petition = petitionInQueue();
        pages.perform(
                note(petition, UUID.randomUUID(), "Ring inte Maj")
                        .with(as("moderator"))
                        .with(csrf()));

        for (var role : new String[] {"moderator", "auditor"}) {
            pages.perform(get("/granskning/" + petition).with(as(role)))
                    .andExpect(content().string(containsString("Ring inte Maj")));
        }
        for (var role : new String[] {"case-officer", "administrator"}) {
            pages.perform(get("/granskning/" + petition).with(as(role)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("Ring inte Maj"))));
        }
        pages.perform(note(petition, UUID.randomUUID(), "Nej").with(as("auditor")).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(stored(petition)).doesNotContain("Maj");
    }

    @Test
    void aDoubleClickWritesOneNoteAndManyAtOnceAreAllKept() throws Exception {
        var petition = petitionInQueue();
        var once = UUID.randomUUID();
        pages.perform(note(petition, once, "En gång").with(as("moderator")).with(csrf()));
        pages.perform(note(petition, once, "En gång").with(as("moderator")).with(csrf()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(
                    IntStream.range(0, 3)
                            .<Callable<Object>>mapToObj(
                                    i ->
                                            () ->
                                                    pages.perform(
                                                            note(
                                                                            petition,
                                                                            UUID.randomUUID(),
                                                                            "Samtidigt " + i)
                                                                    .with(as("moderator"))
                                                                    .with(csrf())))
                            .toList());
        }
        assertThat(
                        jdbc.sql("select note from review_note where petition_id = ?")
                                .param(petition)
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder("En gång", "Samtidigt 0", "Samtidigt 1", "Samtidigt 2");
    }

    @Test
    void aColleagueWhoLooksIsSeenUntilTheyLeave() throws Exception {
        var word = word();
        var petition = submit(word + " vid torget", "Den skymmer sikten.");
        inQueue(petition);
        pages.perform(get("/granskning/" + petition).with(as("erik", "moderator")));

        assertThat(queue("?q=" + word)).contains("Test Testsson tittar nu");
        pages.perform(get("/granskning/" + petition).locale(SWEDISH).with(as("anna", "moderator")))
                .andExpect(content().string(containsString("Test Testsson tittar också")));
        pages.perform(get("/granskning/" + petition).locale(SWEDISH).with(as("rolf", "auditor")));

        for (var person : new String[] {"erik", "anna"}) {
            pages.perform(
                            post("/granskning/" + petition + "/tittar")
                                    .param("left", "true")
                                    .with(as(person, "moderator"))
                                    .with(csrf()))
                    .andExpect(status().isNoContent());
        }
        pages.perform(get("/granskning/" + petition).locale(SWEDISH).with(as("sara", "moderator")))
                .andExpect(content().string(not(containsString("tittar också"))));
    }

    @Test
    void whatLooksLikePersonalDataIsCounted() throws Exception {
        var word = "Staket" + UUID.randomUUID().toString().substring(0, 4);
        var petition = submit(word, "Ring 070-174 06 05 eller skriv till maj@ekeby.example.");
        inQueue(petition);
        assertThat(queue("?q=" + word)).contains("2 möjliga personuppgifter");
    }

    private String queue(String query) throws Exception {
        return pages.perform(get("/granskning" + query).locale(SWEDISH).with(as("moderator")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String word() {
        return "Kvarnhjul" + UUID.randomUUID().toString().replaceAll("\\W|\\d", "x");
    }

    private void wait(UUID petition, int days) {
        jdbc.sql(
                        "update review set submitted_at = now() - make_interval(days => ?) where"
                                + " petition_id = ?")
                .params(days, petition)
                .update();
    }

    private String stored(UUID petition) {
        return String.join(
                "\n",
                jdbc.sql(
                                """
                                select convert_from(payload, 'UTF8') from stored_event
                                where aggregate_identifier = ?
                                """)
                        .param(petition.toString())
                        .query(String.class)
                        .list());
    }

    private static MockHttpServletRequestBuilder tags(UUID petition, long version, String typed) {
        return post("/granskning/" + petition + "/etiketter")
                .param("version", Long.toString(version))
                .param("tags", typed);
    }

    private static MockHttpServletRequestBuilder note(UUID petition, UUID once, String typed) {
        return post("/granskning/" + petition + "/anteckning")
                .param("once", once.toString())
                .param("colleagueNote", typed);
    }
}
