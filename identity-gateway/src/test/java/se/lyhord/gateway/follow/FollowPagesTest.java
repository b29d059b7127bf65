package se.lyhord.gateway.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.lyhord.gateway.browse.Pages;
import se.lyhord.gateway.browse.Samples;

/** From the petition's page to the last mail's link, without JavaScript. */
class FollowPagesTest extends Pages {

    private static final String PAGE = "/forslag/" + Samples.ID;
    private static final String ASK = "/api/v1/petitions/" + Samples.ID + "/followers";
    private static final String TOKEN = "Zm9vYmFyZm9vYmFyZm9vYg";
    private static final String LINK = "/api/v1/follow/" + TOKEN;

    @BeforeEach
    void petition() {
        PETITIONS.serve(
                "/api/v1/petitions/" + Samples.ID,
                Samples.open(clock.instant().plus(Duration.ofDays(9)), "Bänk <b>", "Ställ dit."));
        TALLIES.serve("/api/v1/tallies/" + Samples.ID, Samples.counting(Samples.ID, "247", "null"));
    }

    @Test
    void thePetitionsPageLeadsToAFormThatSaysWhatIsKept() {
        assertThat(get(PAGE).body()).contains("href=\"" + PAGE + "/folj\"", "Följ med e-post");
        assertThat(get(PAGE + "/folj").body())
                .contains("Bänk &lt;b&gt;", "name=\"email\"", "type=\"email\"")
                .contains("Vad vi sparar om dig", "Vem som följer ett förslag finns för sig.");
        assertThat(get(PAGE + "/folj", "Accept-Language", "en").body())
                .contains("Follow the petition by e-mail")
                .doesNotContain("??");
    }

    @Test
    void whoeverAsksIsToldToLookInTheirMailbox() {
        PETITIONS.serve(ASK, 202, "");
        HttpResponse<String> asked = ask(" anna@example.se ");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(PETITIONS.asked().getLast().body())
                .contains("\"email\":\"anna@example.se\"", "\"language\":\"sv\"");
        String next = asked.headers().firstValue("Location").orElseThrow();
        assertThat(next).endsWith(PAGE + "/folj/skickat");
        assertThat(get(PAGE + "/folj/skickat").body()).contains("Titta i din mejl");
    }

    @Test
    void aWrongAddressIsNamedAtItsFieldAndKept() {
        PETITIONS.serve(
                ASK,
                422,
                "{\"errors\":[{\"field\":\"email\",\"code\":\"invalid\","
                        + "\"message\":\"Så här: namn@exempel.se.\"}]}");
        HttpResponse<String> answer = ask("anna\"@");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("href=\"#email\"", "Så här: namn@exempel.se.", "value=\"anna&quot;@\"");
    }

    @Test
    void whatHasItsAnswerCannotBeFollowed() {
        PETITIONS.serve(ASK, 409, "{}");
        assertThat(ask("anna@example.se").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(PAGE));
        PETITIONS.serve(
                "/api/v1/petitions/" + Samples.ID,
                Samples.open(clock.instant(), "Bänk", "Ställ dit.").replace("OPEN", "ANSWERED"));
        clock.advance(Duration.ofHours(25));
        assertThat(get(PAGE + "/folj").statusCode()).isEqualTo(302);
        assertThat(get(PAGE).body()).doesNotContain("/folj");
    }

    @Test
    void openingAMailsLinkChangesNothingAndItsButtonConfirms() {
        PETITIONS.serve(LINK, link(false));
        HttpResponse<String> page = get("/folj/" + TOKEN);
        assertThat(page.body()).contains("Ja, mejla mig", "action=\"/folj/" + TOKEN + "\"");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(PETITIONS.asked()).allMatch(it -> it.method().equals("GET"));

        PETITIONS.serve(LINK + "/confirmation", 204, "");
        assertThat(post("/folj/" + TOKEN, "").statusCode()).isEqualTo(303);
        assertThat(PETITIONS.asked().getLast().path()).isEqualTo(LINK + "/confirmation");
        PETITIONS.serve(LINK, link(true));
        assertThat(get("/folj/" + TOKEN).body()).contains("Adressen är bekräftad.");
    }

    @Test
    void theWayOutAsksOnceAndNeverComplains() {
        PETITIONS.serve(LINK, link(true));
        assertThat(get("/folj/" + TOKEN + "/sluta").body()).contains("Sluta och ta bort min");
        assertThat(PETITIONS.asked()).allMatch(it -> it.method().equals("GET"));
        PETITIONS.serve(LINK, 204, "");
        assertThat(post("/folj/" + TOKEN + "/sluta", "").body()).contains("Du får inga fler mejl");
        assertThat(PETITIONS.asked().getLast().method()).isEqualTo("DELETE");
    }

    @Test
    void anOldLinkSaysSo() {
        assertThat(get("/folj/" + TOKEN).statusCode()).isEqualTo(404);
        assertThat(get("/folj/" + TOKEN).body()).contains("Länken gäller inte längre");
        assertThat(get("/folj/" + TOKEN + "/sluta").body()).contains("Länken gäller inte längre");
    }

    @Test
    void whileTheServiceIsAwayNothingIsPromised() {
        PETITIONS.goDown();
        assertThat(post("/folj/" + TOKEN + "/sluta", "").statusCode()).isEqualTo(503);
        assertThat(get("/folj/" + TOKEN).statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> ask(String email) {
        return post(PAGE + "/folj", "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String form) {
        return send(
                request(
                                path,
                                "Accept-Language",
                                "sv",
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String link(boolean confirmed) {
        return """
        {"petitionId":"%s","title":"Bänk","petitioner":false,"confirmed":%s}
        """
                .formatted(Samples.ID, confirmed);
    }
}
