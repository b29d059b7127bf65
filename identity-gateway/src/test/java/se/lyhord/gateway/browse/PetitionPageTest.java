package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PetitionPageTest extends Pages {

    private static final String PAGE = "/forslag/" + Samples.ID;

    private Instant inDays(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private void served(String petition, String tally) {
        PETITIONS.serve("/api/v1/petitions/" + Samples.ID, petition);
        TALLIES.serve("/api/v1/tallies/" + Samples.ID, tally);
    }

    @Test
    void anOpenPetitionShowsTextRulesTimelineAndCount() {
        served(
                Samples.open(
                        inDays(48), "Belysning vid sjön", "Sätt upp belysning.\\n\\nDet är mörkt."),
                Samples.counting(Samples.ID, "247", "null"));

        String page = get(PAGE).body();

        assertThat(page)
                .contains(
                        "<html lang=\"sv\"", "<h1>Belysning vid sjön</h1>", "<p>Det är mörkt.</p>")
                .contains(
                        "<strong>247</strong> <span>röster</span>",
                        "53 röster kvar till röstningsgränsen, 300.")
                .contains(
                        "Rösta för förslaget",
                        PAGE + "/rosta",
                        "48 dagar kvar",
                        "Förslaget lämnades in")
                .contains("hx-get=\"" + PAGE + "/antal\"", "hx-trigger=\"every 10s\"")
                .doesNotContain("??");
    }

    @Test
    void theScriptThatAsksForTheCountIsServed() {
        served(Samples.open(inDays(48), "T", "text"), Samples.counting(Samples.ID, "247", "null"));
        Matcher script =
                Pattern.compile("<script defer src=\"(/webjars[^\"]+)\"").matcher(get(PAGE).body());

        assertThat(script.find()).isTrue();
        assertThat(script.group(1)).matches("/webjars/htmx.org/\\d.*\\.js");
        assertThat(get(script.group(1)).statusCode()).isEqualTo(200);
    }

    @Test
    void htmlInAnyTextStaysText() {
        served(
                Samples.open(inDays(3), "<script>alert(1)</script>", "<img src=x onerror=alert(1)>")
                        .replace("Maria Ekdahl", "<b>Maria</b>"),
                Samples.counting(Samples.ID, "null", "20"));

        String page = get(PAGE).body();

        assertThat(page)
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt;",
                        "&lt;img src=x",
                        "&lt;b&gt;Maria&lt;/b&gt;")
                .doesNotContain("<script>alert", "<img", "<b>Maria");
    }

    @Test
    void fewVotesAreNeverANumber() {
        served(Samples.open(inDays(3), "T", "text"), Samples.counting(Samples.ID, "null", "20"));

        String page = get(PAGE).body();

        assertThat(page)
                .contains("Färre än 20 röster", "svårare att gissa")
                .doesNotContain("röster kvar till");
    }

    @Test
    void thePageIsCompleteInEnglish() {
        served(Samples.open(inDays(48), "T", "text"), Samples.counting(Samples.ID, "247", "null"));

        String asked = get(PAGE, "Accept-Language", "en-GB,en;q=0.8").body();
        String switched = get(PAGE, "Cookie", "lang=en", "Accept-Language", "sv").body();

        assertThat(asked)
                .contains(
                        "<html lang=\"en\"",
                        "53 votes left to the voting threshold, 300.",
                        "Vote for the petition")
                .doesNotContain("röst", "förslaget");
        assertThat(switched).contains("<html lang=\"en\"");
        assertThat(get(PAGE, "Accept-Language", "fi").body()).contains("<html lang=\"sv\"");
    }

    @Test
    void votesDayByDayAreDrawnTwiceAndStandInATable() {
        served(Samples.open(inDays(48), "T", "text"), Samples.counting(Samples.ID, "247", "null"));
        TALLIES.serve(
                "/api/v1/tallies/" + Samples.ID + "/history",
                """
                {"petitionId":"%s","fewerThan":20,"points":[
                  {"day":"2026-03-06","count":31},{"day":"2026-03-20","count":158},
                  {"day":"2026-04-12","count":247}]}
                """
                        .formatted(Samples.ID));

        String page = get(PAGE).body();

        assertThat(page)
                .contains("Röster dag för dag", "Röstningsgräns 300", "färre än 20")
                .contains("<td>Före 6 mars 2026</td>", "<td>20 mars 2026</td>")
                .contains("aria-label=\"Kurva över antalet röster. 6 mars 2026: 31 röster.")
                .contains("href=\"/api/v1/tallies/" + Samples.ID + "/history.csv\"");
        assertThat(page.split("class=\"ly-chart__line\"")).hasSize(3);
        assertThat(page).containsPattern("viewBox=\"0 0 340 250\"");
    }

    @Test
    void fewVotesAreNotDrawn() {
        served(Samples.open(inDays(48), "T", "text"), Samples.counting(Samples.ID, "null", "20"));
        TALLIES.serve(
                "/api/v1/tallies/" + Samples.ID + "/history",
                "{\"petitionId\":\"%s\",\"fewerThan\":20,\"points\":[]}".formatted(Samples.ID));

        assertThat(get(PAGE).body())
                .contains("Vi visar kurvan när förslaget har fått minst 20 röster.")
                .doesNotContain("ly-chart__line");
    }

    @Test
    void theDayTheLimitWasReachedStandsInTheTimelineAndTheFeed() {
        served(
                Samples.certified(clock.instant().minus(Duration.ofDays(9))),
                Samples.ended(Samples.ID, "CERTIFIED")
                        .replace("}", ",\"thresholdReachedOn\":\"2026-05-04\"}"));

        String page = get(PAGE).body();
        String timeline = page.substring(page.indexOf("Vad har hänt?"));
        String feed = get(PAGE + "/atom.xml").body();

        assertThat(timeline.indexOf("Röstningen stängde"))
                .isLessThan(timeline.indexOf("Röstningsgränsen nåddes"))
                .isPositive();
        assertThat(timeline.indexOf("Röstningsgränsen nåddes"))
                .isLessThan(timeline.indexOf("Öppet för röstning"));
        assertThat(page)
                .contains("Väntar på svar", "En nämnd tar upp förslaget och kommunen svarar")
                .contains("type=\"application/atom+xml\"", PAGE + "/atom.xml");
        assertThat(feed)
                .contains("<title>Röstningsgränsen nåddes</title>")
                .contains("<updated>2026-05-03T22:00:00Z</updated>");
    }

    @Test
    void itIsSharedByPlainLinksToNobodyElse() {
        served(
                Samples.open(inDays(48), "Bänkar & träd", "text"),
                Samples.counting(Samples.ID, "247", "null"));

        assertThat(get(PAGE).body())
                .contains("mailto:?subject=B%C3%A4nkar%20%26%20tr%C3%A4d&amp;body=http")
                .contains("data-code=\"http://localhost:8080" + PAGE + "\"")
                .doesNotContainPattern("(?:src|action)=\"(?:https?:)?//");
    }

    @Test
    void beforeTheBallotBoxIsReadyThereIsNoVoteButton() {
        served(Samples.notReady(inDays(48)), Samples.counting(Samples.ID, "null", "20"));

        assertThat(get(PAGE).body())
                .contains("Det går inte att rösta än")
                .doesNotContain(PAGE + "/rosta");
    }

    @Test
    void pastItsDeadlineItSaysThatTheRecordsAreBeingDestroyed() {
        Instant closes = inDays(1);
        served(Samples.open(closes, "T", "text"), Samples.counting(Samples.ID, "247", "null"));
        clock.advance(Duration.ofDays(1));

        assertThat(get(PAGE).body())
                .contains("Röstuppgifterna förstörs nu", "Rösterna räknas")
                .doesNotContain(PAGE + "/rosta", "every 10s");
    }

    @Test
    void aCertifiedPetitionHasItsCertificateAndDownloads() {
        served(Samples.certified(inDays(-2)), Samples.ended(Samples.ID, "CERTIFIED"));

        assertThat(get(PAGE).body())
                .contains("Röstuppgifterna är förstörda", "Sedan 15 januari 2026", Samples.DIGEST)
                .contains("112 röster över röstningsgränsen, 300.", "Slutresultat")
                .contains(
                        "/api/v1/tallies/" + Samples.ID + "/trackers.txt",
                        "/certificate.json",
                        PAGE + "/kontrollera")
                .contains("Röstuppgifterna förstördes", "412 röster.")
                .doesNotContain("/rosta");
    }

    @Test
    void aCertifiedCountCanBeCheckedInTheBrowserAndWithoutIt() {
        served(Samples.certified(inDays(-2)), Samples.ended(Samples.ID, "CERTIFIED"));

        for (String language : new String[] {"sv", "en"}) {
            assertThat(get(PAGE + "/kontrollera", "Accept-Language", language).body())
                    .contains("/trackers.txt", "/certificate.sig", "/api/v1/tallies/keys")
                    .contains("{listed}", "{kid}", "sha256sum trackers.txt", "openssl pkeyutl")
                    .doesNotContain("??", "'{")
                    .doesNotContainPattern("<script(?![^>]*\\ssrc=)");
        }
    }

    @Test
    void beforeItIsCertifiedThereIsNothingToCheck() {
        served(Samples.open(inDays(3), "T", "text"), Samples.counting(Samples.ID, "25", "null"));

        assertThat(get(PAGE + "/kontrollera").headers().firstValue("Location"))
                .hasValueSatisfying(address -> assertThat(address).endsWith(PAGE));
    }

    @Test
    void withTheTallyAwayACertifiedPetitionKeepsItsResult() {
        PETITIONS.serve("/api/v1/petitions/" + Samples.ID, Samples.certified(inDays(-2)));
        TALLIES.goDown();

        assertThat(get(PAGE).body())
                .contains("<strong>412</strong>", "Röstuppgifterna är förstörda");
    }

    @Test
    void anAnswerIsShownWithItsCommitteeAndRegistryNumber() {
        served(Samples.answered(inDays(-30)), Samples.ended(Samples.ID, "CERTIFIED"));

        assertThat(get(PAGE).body())
                .contains("Kommunen sa ja", "Tekniska nämnden sa ja", "Diarienummer TN 2026/0147")
                .contains("<p>Den tänds när någon kommer.</p>");
    }

    @Test
    void aRejectedPetitionShowsItsReasonAndHidesItsText() {
        PETITIONS.serve("/api/v1/petitions/" + Samples.ID, Samples.hidden());

        HttpResponse<String> answer = get(PAGE);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body())
                .contains("Avvisat förslag", "Förslaget är kränkande.", "Texten visas inte")
                .doesNotContain("/rosta", "??", "null");
    }

    @Test
    void aTakenDownPetitionIsGoneAndSaysWhyAndWhatBecomesOfTheVotes() {
        served(Samples.takenDown(inDays(3), false), Samples.counting(Samples.ID, "247", "null"));

        HttpResponse<String> answer = get(PAGE);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body())
                .contains(
                        "Förslaget är nedtaget",
                        "Kommunen får enligt lag inte visa texten.",
                        "öppnar röstningen på nytt",
                        "Förslaget togs ner")
                .doesNotContain("/rosta", "??", "null", "<strong>247", "intyg");
        assertThat(get(PAGE, "Accept-Language", "en").body())
                .contains("The law does not let the municipality show the text.")
                .doesNotContain("??");
        clock.advance(Duration.ofDays(3));
        assertThat(get(PAGE).body())
                .contains("Röstningen har stängt")
                .doesNotContain("öppnar röstningen på nytt");
    }

    @Test
    void aPetitionTakenDownForGoodIsCertifiedAndCanBeChecked() {
        served(Samples.takenDown(inDays(-2), true), Samples.ended(Samples.ID, "CERTIFIED"));

        HttpResponse<String> answer = get(PAGE);
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body())
                .contains("Den kommer inte tillbaka", "412 röster.", "/certificate.json")
                .contains(PAGE + "/kontrollera")
                .doesNotContain("??", "öppnar röstningen på nytt");
        assertThat(get(PAGE + "/kontrollera").body()).contains("Förslaget är nedtaget");
    }

    @Test
    void theCountAloneIsAnswered304UntilItChanges() {
        served(Samples.open(inDays(3), "T", "text"), Samples.counting(Samples.ID, "247", "null"));
        HttpResponse<String> first = get(PAGE + "/antal");
        String etag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(first.body())
                .contains("<strong>247</strong>")
                .doesNotContain("<html", "Rösta för");
        assertThat(first.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(
                        value -> assertThat(value).contains("no-cache").doesNotContain("no-store"));
        assertThat(get(PAGE + "/antal", "If-None-Match", etag).statusCode()).isEqualTo(304);

        TALLIES.serve("/api/v1/tallies/" + Samples.ID, Samples.counting(Samples.ID, "260", "null"));
        clock.advance(Duration.ofSeconds(2));
        HttpResponse<String> changed = get(PAGE + "/antal", "If-None-Match", etag);
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("<strong>260</strong>");
        assertThat(changed.headers().firstValue("HX-Refresh")).isEmpty();
    }

    @Test
    void aPageLeftOpenLoadsAnewWhenVotingEnds() {
        served(Samples.open(inDays(1), "T", "text"), Samples.counting(Samples.ID, "247", "null"));
        String etag = get(PAGE + "/antal").headers().firstValue("ETag").orElseThrow();
        clock.advance(Duration.ofDays(1));

        assertThat(get(PAGE + "/antal", "If-None-Match", etag).headers().firstValue("HX-Refresh"))
                .hasValue("true");
    }

    @Test
    void pagesSeenBeforeAreServedForADayWhileTheServiceIsAwayAndMarked() {
        served(
                Samples.open(inDays(48), "Belysning vid sjön", "text"),
                Samples.counting(Samples.ID, "247", "null"));
        assertThat(get(PAGE).body()).doesNotContain("Sidan visar uppgifter");
        PETITIONS.goDown();
        TALLIES.goDown();
        clock.advance(Duration.ofHours(23));

        assertThat(get(PAGE).body())
                .contains(
                        "Sidan visar uppgifter från kl.",
                        "Belysning vid sjön",
                        "<strong>247</strong>");

        clock.advance(Duration.ofHours(2));
        HttpResponse<String> tooOld = get(PAGE);
        assertThat(tooOld.statusCode()).isEqualTo(503);
        assertThat(tooOld.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(tooOld.body())
                .contains("Sidan går inte att visa just nu")
                .doesNotContain("Belysning");

        PETITIONS.comeBack();
        TALLIES.comeBack();
        clock.advance(Duration.ofSeconds(3));
        assertThat(get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void aRushOfReadersIsOneQuestionASecond() {
        served(Samples.open(inDays(48), "T", "text"), Samples.counting(Samples.ID, "247", "null"));
        for (int i = 0; i < 20; i++) {
            get(PAGE);
        }
        assertThat(PETITIONS.asked()).hasSize(1);

        clock.advance(Duration.ofSeconds(2));
        get(PAGE);
        assertThat(PETITIONS.asked()).hasSize(2);
        assertThat(PETITIONS.asked().getLast().headers()).containsKey("If-none-match");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(get(PAGE).statusCode()).isEqualTo(404);
        assertThat(get(PAGE).body()).contains("Sidan finns inte").doesNotContain("??");
        assertThat(get("/forslag/inget-id").statusCode()).isEqualTo(404);
        assertThat(get("/finns-inte").body()).contains("Sidan finns inte");
        assertThat(get("/finns-inte", "Accept-Language", "en").body())
                .contains("There is no such page");
    }
}
