package se.lyhord.gateway.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import se.lyhord.gateway.browse.UpstreamStub;

/** Saving a draft, going on with it, and seeing what will be public before it is sent. */
class DraftPageTest extends ProposePages {

    private static final String KEY = "Zm9vYmFyZm9vYmFyZm9vYg";
    private static final String DRAFT =
            """
            {"title":"Halv <b>rubrik","text":"Rad ett\\n\\nRad två","petitionerName":"","eraseAt":"2026-05-14T10:00:00Z"}
            """;

    @Test
    void aDraftIsSavedUnderItsPrivateLinkWithoutTheAddress() {
        PETITIONS.serve("/api/v1/drafts", 200, "{\"draftKey\":\"" + KEY + "\"}");
        PETITIONS.serve("/api/v1/drafts/" + KEY, DRAFT);

        HttpResponse<String> saved =
                post(
                        "/lamna-forslag/utkast",
                        "sv",
                        open().plain("title", "Halv", "text", "", "email", "maj@exempel.se"));

        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(saved.headers().firstValue("Location"))
                .hasValueSatisfying(
                        to -> assertThat(to).endsWith("/utkast/" + KEY + "?sparat=true"));
        assertThat(asked("/api/v1/drafts").body())
                .contains("\"title\":\"Halv\"")
                .doesNotContain("maj@exempel.se");
        HttpResponse<String> page = get("/utkast/" + KEY + "?sparat=true");
        assertThat(page.body())
                .contains(
                        "Utkastet är sparat",
                        "http://localhost:8080/utkast/" + KEY,
                        "14 maj",
                        "value=\"Halv &lt;b&gt;rubrik\"",
                        "Rad ett\n\nRad två</textarea>");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(get("/utkast/" + KEY, "Accept-Language", "en").body())
                .contains("Your private link to the draft");
    }

    @Test
    void whatIsContinuedIsSavedOverAndErasedWhenItIsSent() {
        PETITIONS.serve("/api/v1/drafts/" + KEY, DRAFT);
        PETITIONS.serve("/api/v1/drafts", 200, "{\"draftKey\":\"" + KEY + "\"}");
        PETITIONS.serve("/api/v1/petitions", 201, "{\"statusKey\":\"AAAAAAAAAAAAAAAAAAAAAA\"}");
        OpenedForm form = OpenedForm.of(get("/utkast/" + KEY));

        post("/lamna-forslag/utkast", "sv", form.plain("title", "Hel", "draft", KEY));
        assertThat(asked("/api/v1/drafts").body()).contains("\"draftKey\":\"" + KEY + "\"");

        post("/lamna-forslag", "sv", form.proven("title", "Hel", "text", "T", "draft", KEY));
        assertThat(asked("/api/v1/petitions").body()).contains("\"draftKey\":\"" + KEY + "\"");
    }

    @Test
    void aDraftThatIsGoneHasAPageOfItsOwn() {
        HttpResponse<String> gone = get("/utkast/" + KEY);

        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body())
                .contains("Länken leder ingenstans", "Ett utkast finns kvar i 30 dagar");
        assertThat(get("/utkast/kort").body()).contains("Länken leder ingenstans");
        PETITIONS.goDown();
        assertThat(get("/utkast/" + KEY).statusCode()).isEqualTo(503);
    }

    @Test
    void whatCannotBeSavedIsKeptOnThePage() {
        PETITIONS.serve(
                "/api/v1/drafts",
                422,
                "{\"errors\":[{\"field\":\"title\",\"code\":\"too-long\"}]}");
        HttpResponse<String> refused =
                post("/lamna-forslag/utkast", "sv", open().plain("title", "Lång rubrik"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Rubriken är för lång", "value=\"Lång rubrik\"", "href=\"#title\"");

        PETITIONS.goDown();
        HttpResponse<String> away =
                post("/lamna-forslag/utkast", "sv", open().plain("title", "Lång rubrik"));
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.body()).contains("value=\"Lång rubrik\"");
        PETITIONS.comeBack();
    }

    @Test
    void thePreviewShowsWhatWillBePublicAndCarriesAllOfItOn() {
        PETITIONS.serve(
                "/api/v1/previews",
                """
                {"title":"Bänkar <i>här</i>","text":"Ett\\n\\nTvå","petitionerName":"Maj"}
                """);
        OpenedForm form = open();

        HttpResponse<String> page =
                post(
                        "/lamna-forslag/forhandsgranska",
                        "sv",
                        form.proven(
                                "title",
                                "Bänkar <i>här</i>",
                                "text",
                                "Ett\r\n\r\nTvå",
                                "petitionerName",
                                "Maj",
                                "email",
                                "maj@exempel.se"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Så här blir ditt förslag", "<h2>Bänkar &lt;i&gt;här&lt;/i&gt;</h2>")
                .contains("<p class=\"ly-lead\">Ett</p><p>Två</p>", "Förslag från Maj.")
                .contains("E-postadressen maj@exempel.se visas inte.")
                .contains("value=\"" + form.once() + "\"", "value=\"maj@exempel.se\"")
                .contains("name=\"altcha\"")
                .doesNotContain("<altcha-widget");
        assertThat(post("/lamna-forslag/forhandsgranska", "sv", form.plain("title", "x")).body())
                .as("the widget's own field must not hold back the other buttons")
                .containsPattern("<form[^>]*novalidate[^>]*action|<form[^>]*action[^>]*novalidate")
                .contains("<altcha-widget");

        OpenedForm shown = OpenedForm.of(page);
        HttpResponse<String> changed =
                post(
                        "/lamna-forslag/andra",
                        "sv",
                        shown.plain("title", "Bänkar", "text", "Ett", "email", "maj@exempel.se"));
        assertThat(changed.body())
                .contains("value=\"Bänkar\"", "Ett</textarea>", "value=\"maj@exempel.se\"")
                .contains("value=\"" + form.once() + "\"");
    }

    @Test
    void whatCannotBeSentIsSaidInsteadOfThePreview() {
        PETITIONS.serve(
                "/api/v1/previews",
                422,
                "{\"errors\":[{\"field\":\"text\",\"code\":\"missing\"}]}");

        HttpResponse<String> page =
                post("/lamna-forslag/forhandsgranska", "en", open().plain("title", "Benches"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("href=\"#text\"", "value=\"Benches\"");
    }

    private static UpstreamStub.Asked asked(String path) {
        return PETITIONS.asked().stream()
                .filter(asked -> asked.path().equals(path))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
