package se.lyhord.gateway.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Programs that hand in rubbish are held off; people are let through, with and without a script.
 */
class SpamTest extends ProposePages {

    private static final String[] TYPED = {
        "title", "Bänkar i parken", "text", "Fler bänkar i parken, tack."
    };

    @BeforeEach
    void petitionsAreTaken() {
        PETITIONS.serve("/api/v1/petitions", 201, "{\"statusKey\":\"Zm9vYmFyZm9vYmFyZm9vYg\"}");
    }

    @Test
    void theWorkOfABrowserLetsAProposalThrough() {
        HttpResponse<String> sent = send(open().proven(TYPED));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(handedIn()).isEqualTo(1);
    }

    @Test
    void aFormIsNotAskedForItsWorkTwice() {
        PETITIONS.serve(
                "/api/v1/petitions",
                422,
                "{\"errors\":[{\"field\":\"title\",\"code\":\"too-short\"}]}");

        HttpResponse<String> refused = send(open().proven(TYPED));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("name=\"altcha\"").doesNotContain("<altcha-widget");
    }

    @Test
    void withoutAScriptTheTimeThatWritingTakesIsEnough() {
        OpenedForm form = open();

        HttpResponse<String> atOnce = send(form.plain(TYPED));
        assertRefused(atOnce, "Vänta en kort stund och skicka igen");
        assertThat(OpenedForm.of(atOnce).opened()).isEqualTo(form.opened());

        clock.advance(Duration.ofSeconds(21));
        assertThat(send(OpenedForm.of(atOnce).plain(TYPED)).statusCode()).isEqualTo(303);
        assertThat(handedIn()).isEqualTo(1);
    }

    @Test
    void withoutAScriptFewComeFromOneAddress() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 6; i++) {
            OpenedForm form = open();
            clock.advance(Duration.ofSeconds(21));
            last = send(form.plain(TYPED));
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(last.body())
                .contains("Det kommer många förslag härifrån just nu", "value=\"Bänkar i parken\"");
        assertThat(handedIn()).isEqualTo(5);
        assertThat(send(open().proven(TYPED)).statusCode()).isEqualTo(303);
    }

    @Test
    void withNeitherWorkNorTimeNothingIsHandedIn() {
        assertRefused(send(TYPED), "Vänta en kort stund och skicka igen");
    }

    @Test
    void aForgedProofIsRefused() {
        OpenedForm form = open();
        String proof = form.proof();

        for (String forged :
                new String[] {
                    "rubbish",
                    Base64.getEncoder().encodeToString("{}".getBytes(StandardCharsets.UTF_8)),
                    changed(proof, "\"signature\":\"", "\"signature\":\"0"),
                    changed(proof, "expires=", "expires=9"),
                    "A".repeat(3_000)
                }) {
            assertRefused(
                    send(with(form.plain(TYPED), "altcha", forged)),
                    "Vi kunde inte ta emot förslaget den här gången");
        }
    }

    @Test
    void anotherFormsProofIsRefused() {
        String used = open().proof();

        assertRefused(
                send(with(open().plain(TYPED), "altcha", used)),
                "Vi kunde inte ta emot förslaget den här gången");
    }

    @Test
    void aProofIsGoodForItsOwnFormOnly_whichBecomesOnePetition() {
        OpenedForm form = open();
        send(form.proven(TYPED));
        send(form.proven(TYPED));

        assertThat(
                        PETITIONS.asked().stream()
                                .filter(asked -> asked.path().equals("/api/v1/petitions"))
                                .map(asked -> asked.headers().get("Idempotency-key").getFirst())
                                .distinct())
                .containsExactly(form.once());
    }

    @Test
    void anOldProofIsRefusedAndTheNextOneHolds() {
        OpenedForm form = open();
        String[] proven = form.proven(TYPED);
        clock.advance(Duration.ofHours(13));

        HttpResponse<String> refused = send(proven);

        assertRefused(refused, "Vi kunde inte ta emot förslaget den här gången");
        assertThat(send(OpenedForm.of(refused).proven(TYPED)).statusCode()).isEqualTo(303);
    }

    @Test
    void whoFillsInTheHiddenFieldIsSentAwayQuietly() {
        HttpResponse<String> sent =
                send(with(open().proven(TYPED), "website", "https://example.com"));

        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/").doesNotContain("status"));
        assertThat(handedIn()).isZero();
    }

    @Test
    void theHiddenFieldIsHiddenFromKeyboardAndScreenReaderToo() {
        assertThat(get("/lamna-forslag").body())
                .contains(
                        "<p class=\"ly-trap\" aria-hidden=\"true\">",
                        "tabindex=\"-1\" autocomplete=\"off\"");
    }

    @Test
    void refusalsAreInEnglishToo() {
        HttpResponse<String> refused = post("/lamna-forslag", "en", TYPED);

        assertThat(refused.body()).contains("Wait a moment and send it again");
    }

    private long handedIn() {
        return PETITIONS.asked().stream()
                .filter(asked -> asked.path().equals("/api/v1/petitions"))
                .count();
    }

    private void assertRefused(HttpResponse<String> answer, String title) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(title, "value=\"Bänkar i parken\"", "Fler bänkar i parken, tack.");
        assertThat(handedIn()).isZero();
    }

    private HttpResponse<String> send(String... namesAndValues) {
        return post("/lamna-forslag", "sv", namesAndValues);
    }

    private static String[] with(String[] namesAndValues, String name, String value) {
        return Stream.concat(Stream.of(namesAndValues), Stream.of(name, value))
                .toArray(String[]::new);
    }

    private static String changed(String proof, String what, String into) {
        String json = new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(json.replace(what, into).getBytes(StandardCharsets.UTF_8));
    }
}
