package se.lyhord.gateway.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import se.lyhord.gateway.browse.Samples;
import se.lyhord.gateway.browse.UpstreamStub;

class ProposalPageTest extends ProposePages {

    private static final String ONCE = "7f8a5ac2-6f5c-4c8e-93d0-0d1a8e1b2c3d";

    /** As a browser with a script sends it. */
    private HttpResponse<String> prove(String language, String... namesAndValues) {
        OpenedForm form =
                OpenedForm.of(postTo("/lamna-forslag/liknande", language, namesAndValues));
        return postTo("/lamna-forslag", language, form.proven(namesAndValues));
    }

    private HttpResponse<String> postTo(String path, String language, String... namesAndValues) {
        return post(path, language, namesAndValues);
    }

    @Test
    void theFormSaysThatItBecomesAPublicDocument() {
        assertThat(get("/lamna-forslag").body())
                .contains(
                        "Förslaget blir en allmän handling",
                        "name=\"title\"",
                        "maxlength=\"10000\"",
                        "(frivilligt)");
    }

    @Test
    void whatIsLikeTheTitleIsShownWithItsOutcomeAndWhatWasTypedIsKept() {
        PETITIONS.serve(
                "/api/v1/similar-petitions",
                Samples.list(
                        Samples.item(
                                Samples.ID,
                                "Cykelgarage vid stationen",
                                "ANSWERED",
                                clock.instant(),
                                "\"ACCEPTED\"",
                                "412"),
                        Samples.item(
                                        Samples.OTHER,
                                        "Cykelgarage på Storgatan 4",
                                        "REJECTED",
                                        clock.instant(),
                                        "null",
                                        "null")
                                .replace(
                                        "\"rejectionReason\":null",
                                        "\"rejectionReason\":\"NOT_MUNICIPAL\"")));

        HttpResponse<String> page =
                postTo(
                        "/lamna-forslag/liknande",
                        "sv",
                        "title",
                        "Cykelgarage vid Norrby",
                        "text",
                        "Halva texten",
                        "once",
                        ONCE);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("value=\"Cykelgarage vid Norrby\"", "Halva texten", ONCE)
                .contains("2 förslag liknar ditt. Du kan lämna ditt ändå.")
                .contains("Kommunen sa ja", "Tekniska nämnden, 19 mars 2026")
                .contains("Avvisat i granskningen", "Kommunen bestämmer inte över frågan.");
        assertThat(PETITIONS.asked().getFirst().path()).isEqualTo("/api/v1/similar-petitions");
        assertThat(PETITIONS.asked().getFirst().body())
                .isEqualTo("{\"title\":\"Cykelgarage vid Norrby\"}");
    }

    @Test
    void whatWasAnsweredLatelyIsSaidToBeTooSoon() {
        PETITIONS.serve(
                "/api/v1/similar-petitions",
                Samples.list(
                        Samples.item(
                                        Samples.ID,
                                        "Cykelgarage vid stationen",
                                        "ANSWERED",
                                        clock.instant(),
                                        "\"DECLINED\"",
                                        "412")
                                .replace(
                                        "\"trending\":false",
                                        "\"trending\":false,\"openAgain\":\"2027-03-19\"")));

        assertThat(
                        postTo(
                                        "/lamna-forslag/liknande",
                                        "sv",
                                        "title",
                                        "Cykelgarage vid Norrby",
                                        "once",
                                        ONCE)
                                .body())
                .contains("Samma sak kan föreslås igen 19 mars 2027.");
    }

    @Test
    void aScriptGetsOnlyThePartThatChanges() {
        PETITIONS.serve("/api/v1/similar-petitions", Samples.list());

        String part =
                send(request(
                                        "/lamna-forslag/liknande",
                                        "HX-Request",
                                        "true",
                                        "Content-Type",
                                        "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("title=linbana")))
                        .body();

        assertThat(part).contains("Vi hittar inget som liknar ditt.").doesNotContain("<html");
    }

    @Test
    void aPetitionIsHandedInOnceAndLeadsToItsPrivateLink() {
        PETITIONS.serve(
                "/api/v1/petitions",
                201,
                "{\"petitionId\":\"x\",\"statusKey\":\"Zm9vYmFyZm9vYmFyZm9vYg\"}");

        HttpResponse<String> answer =
                prove(
                        "sv",
                        "title",
                        " Bänkar ",
                        "text",
                        "Fler bänkar\r\ni parken, tack.",
                        "petitionerName",
                        "",
                        "once",
                        ONCE);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(
                        to -> assertThat(to).endsWith("/status/Zm9vYmFyZm9vYmFyZm9vYg?tack=true"));
        UpstreamStub.Asked asked =
                PETITIONS.asked().stream()
                        .filter(it -> it.path().equals("/api/v1/petitions"))
                        .findFirst()
                        .orElseThrow();
        assertThat(asked.body())
                .contains(
                        "\"title\":\"Bänkar\"",
                        "Fler bänkar\\ni parken",
                        "\"language\":\"sv\"",
                        "\"petitionerName\":null");
        assertThat(asked.headers().get("Idempotency-key")).containsExactly(ONCE);
    }

    @Test
    void aRefusalNamesEachFieldAndKeepsWhatWasTyped() {
        PETITIONS.serve(
                "/api/v1/petitions",
                422,
                """
                {"type":"urn:lyhord:problem:invalid","status":422,"errors":[
                 {"field":"title","code":"too-short","message":"x"},{"field":"text","code":"missing","message":"x"},
                 {"field":"email","code":"not-known-here","message":"Så säger tjänsten."}]}
                """);

        HttpResponse<String> answer =
                prove("sv", "title", "<b>Bä", "text", "", "email", "fel@", "once", ONCE);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains(
                        "Rätta 3 saker för att gå vidare",
                        "href=\"#title\"",
                        "href=\"#text\"",
                        "role=\"alert\"")
                .contains(
                        "Rubriken är för kort. Skriv minst 5 tecken.",
                        "Beskriv vad du vill ändra. Skriv minst en mening.")
                .contains(
                        "Så säger tjänsten.",
                        "value=\"&lt;b&gt;Bä\"",
                        "value=\"fel@\"",
                        "value=\"" + ONCE + "\"")
                .contains("aria-invalid=\"true\"", "aria-describedby=\"title-hint title-error\"");
        assertThat(prove("en", "title", "", "text", "").body()).contains("The title is too short.");
    }

    @Test
    void goingBackAndSendingAnotherTextAsksBeforeItIsANewPetition() {
        PETITIONS.serve("/api/v1/petitions", 409, "{\"type\":\"urn:lyhord:problem:key-used\"}");

        HttpResponse<String> answer =
                prove("sv", "title", "Bänkar i parken", "text", "En annan text.", "once", ONCE);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Du har redan skickat in det här formuläret", "En annan text.")
                .doesNotContain(ONCE);
    }

    @Test
    void withTheServiceAwayNothingTypedIsLost() {
        PETITIONS.goDown();

        HttpResponse<String> answer =
                prove("sv", "title", "Bänkar i parken", "text", "Fler bänkar.\r\n\r\nTack.");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body())
                .contains(
                        "Vi kan inte ta emot förslag just nu",
                        "value=\"Bänkar i parken\"",
                        "Fler bänkar.\n\nTack.</textarea>");
    }
}
