package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontPageTest extends Pages {

    private void served() {
        PETITIONS.serve(
                "/api/v1/petitions",
                Samples.list(
                        Samples.item(
                                Samples.ID,
                                "Belysning",
                                "OPEN",
                                clock.instant().plus(Duration.ofDays(3)),
                                "null",
                                "null"),
                        Samples.item(
                                Samples.OTHER,
                                "Cykelgarage <b>",
                                "ANSWERED",
                                clock.instant(),
                                "\"DECLINED\"",
                                "412")));
        PETITIONS.serve(
                "/api/v1/rules",
                "{\"version\":1,\"votingPeriod\":\"P90D\",\"threshold\":300,\"minimumAge\":13}");
        PETITIONS.serve(
                "/api/v1/statistics",
                """
                {"petitions":{"OPEN":12,"AWAITING_ANSWER":5,"ANSWERED":31},"finalVotes":4711,
                 "promisedDays":90,
                 "replies":[{"committee":"TN","answered":31,"medianDays":63,"inTime":28}],
                 "waiting":{"petitions":5,"late":1,"longestDays":104}}
                """);
        TALLIES.serve(
                "/api/v1/tallies",
                "{\"items\":[" + Samples.counting(Samples.ID, "281", "null") + "]}");
    }

    @Test
    void theFrontPageShowsWhatIsOpenAndWhatClosesSoon() {
        served();

        assertThat(get("/").body())
                .contains(
                        "Vad vill du ändra i Ekeby?",
                        "Stänger snart",
                        "3 dagar kvar",
                        "<strong>281</strong> <span>röster av 300</span>")
                .contains("I 90 dagar, med e-legitimation.", "Kommunen kan inte se vem som röstar")
                .contains("Cykelgarage &lt;b&gt;", "Kommunen sa nej")
                .doesNotContain("??", "<b>");
    }

    @Test
    void whatGetsVotesNowStandsFirstAndOnlyOnce() {
        served();
        PETITIONS.serve(
                "/api/v1/petitions?standing=OPEN&sort=trending&page=0&size=3",
                Samples.list(
                        Samples.item(
                                        Samples.OTHER,
                                        "Utegym",
                                        "OPEN",
                                        clock.instant().plus(Duration.ofDays(30)),
                                        "null",
                                        "null")
                                .replace("\"trending\":false", "\"trending\":true")));

        String page = get("/").body();
        String open = page.substring(page.indexOf("Öppna för röstning"));

        assertThat(open.indexOf("Utegym")).isLessThan(open.indexOf("Belysning")).isPositive();
        assertThat(open).containsOnlyOnce("Får många röster nu");
        assertThat(page).contains("Sök bland 214 förslag");
    }

    @Test
    void theListIsAPlainFormThatKeepsItsChoices() {
        served();

        String page =
                get("/forslag?q=cykel%20%26&lage=OPEN&lage=REJECTED&namnd=TN&ordning=CLOSING&sida=2")
                        .body();

        assertThat(page)
                .contains("value=\"cykel &amp;\"", "2 förslag", "Filter, 3 valda")
                .containsPattern("id=\"lage-OPEN\" value=\"OPEN\" checked")
                .containsPattern("id=\"namnd-TN\" value=\"TN\" checked")
                .contains(
                        "value=\"CLOSING\" selected",
                        "value=\"\">Bäst träff",
                        "(171)",
                        "Tekniska nämnden")
                .contains(
                        "href=\"/forslag?q=cykel%20%26&amp;lage=REJECTED&amp;namnd=TN&amp;"
                                + "ordning=CLOSING\"");
        assertThat(PETITIONS.asked().getFirst().path())
                .isEqualTo(
                        "/api/v1/petitions?standing=OPEN&standing=REJECTED&committee=TN"
                                + "&q=cykel%20%26&sort=closing&page=1&size=20");
    }

    @Test
    void pagesAreLinksThatKeepTheChoices() {
        PETITIONS.serve(
                "/api/v1/petitions",
                Samples.list(
                                214,
                                Samples.item(
                                        Samples.ID,
                                        "Belysning",
                                        "OPEN",
                                        clock.instant(),
                                        "null",
                                        "null"))
                        .replace("\"page\":0", "\"page\":4"));

        assertThat(get("/forslag?q=bad&lage=OPEN&sida=5").body())
                .contains(
                        "href=\"/forslag?q=bad&amp;lage=OPEN&amp;sida=4\"",
                        "href=\"/forslag?q=bad&amp;lage=OPEN&amp;sida=6\"",
                        "href=\"/forslag?q=bad&amp;lage=OPEN&amp;sida=11\"",
                        "aria-current=\"page\" aria-label=\"Sida 5 av 11\"")
                .doesNotContain("sida=8\"");
    }

    @Test
    void whatTheServiceWillNotAnswerDoesNotMakeItCountAsAway() {
        served();
        PETITIONS.serve(
                "/api/v1/petitions?standing=REJECTED&sort=newest&page=0&size=20", 400, "{}");
        assertThat(get("/forslag").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(2));

        get("/forslag?lage=REJECTED");

        assertThat(get("/forslag").body()).doesNotContain("Sidan visar uppgifter");
    }

    @Test
    void theStatisticsCompareWhatWasPromisedWithWhatWasDone() {
        served();

        assertThat(get("/statistik").body())
                .contains("48 förslag.", "4\u00a0711 röster i avslutade röstningar.")
                .contains("Kommunen lovar svar inom 90 dagar")
                .contains("<td>Tekniska nämnden</td>", ">63 dagar</td>", ">28 av 31</td>")
                .contains("Det äldsta har väntat 104 dagar.", "Ett har väntat längre");
        PETITIONS.goDown();
        clock.advance(Duration.ofHours(2));
        assertThat(get("/statistik").body()).contains("63 dagar", "Sidan visar uppgifter från");
    }

    @Test
    void theFeedOfAllTellsWhatOpenedAndWhatWasAnswered() throws Exception {
        served();

        HttpResponse<String> feed = get("/atom.xml");

        assertThat(feed.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
        assertThat(feed.body())
                .contains("<title>Belysning</title>")
                .contains("<title>Kommunen sa nej: Cykelgarage &lt;b&gt;</title>")
                .contains("href=\"http://localhost:8080/forslag/" + Samples.ID + "\"");
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anEmptySearchGivesTheWordBackAndTwoWaysOn() {
        PETITIONS.serve("/api/v1/petitions", Samples.list());

        assertThat(get("/forslag?q=linbana").body())
                .contains("Inga förslag matchar ”linbana”", "/lamna-forslag", "Visa alla förslag")
                .doesNotContain("Sök utan filter");
        assertThat(get("/forslag?q=linbana&lage=OPEN").body())
                .contains("href=\"/forslag?q=linbana\"", "Sök utan filter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lage=x",
                "sida=-1",
                "sida=0",
                "sida=99999999999",
                "ordning=%00",
                "q=%00%C3%A5"
            })
    void oddChoicesFallBack(String query) {
        served();

        assertThat(get("/forslag?" + query).statusCode()).isEqualTo(200);
    }

    @Test
    void withTheServicesAwayAndNothingSeenBeforeThePageSaysSo() {
        PETITIONS.goDown();

        assertThat(get("/").statusCode()).isEqualTo(503);
        assertThat(get("/", "Accept-Language", "en").body())
                .contains("The page cannot be shown right now");
        assertThat(get("/sa-fungerar-det").statusCode()).isEqualTo(200);
        assertThat(get("/lamna-forslag").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/forslag",
                "/lamna-forslag",
                "/sa-fungerar-det",
                "/avbrott",
                "/integritet",
                "/statistik",
                "/oppna-data",
                "/tillganglighet",
                "/kakor"
            })
    void everyPageIsCompleteInBothLanguagesAndWithoutInlineCode(String path) {
        served();

        for (String language : new String[] {"sv", "en"}) {
            String page = get(path, "Accept-Language", language).body();
            assertThat(page)
                    .contains("<html lang=\"" + language + "\"", "id=\"main\"")
                    .doesNotContain("??");
            assertThat(page)
                    .doesNotContainPattern(
                            "(?i)<style|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)|javascript:");
        }
    }

    @Test
    void everyAssetOfAPageIsThereUnderAHashedName() {
        served();
        Matcher links =
                Pattern.compile("(?:href|src)=\"(/(?:assets|js|webjars)/[^\"]+)\"")
                        .matcher(get("/").body());

        int found = 0;
        while (links.find()) {
            found++;
            assertThat(links.group(1)).matches(".*-[0-9a-f]{32}\\.[a-z0-9]+");
            assertThat(get(links.group(1)).statusCode()).isEqualTo(200);
        }
        assertThat(found).isGreaterThanOrEqualTo(3);
    }

    @Test
    void theLanguageSwitchGoesBackToThisSiteOnly() {
        assertThat(get("/sprak?lang=en&till=/forslag?q=a%20b").headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/forslag?q=a%20b"));
        assertThat(get("/sprak?lang=en&till=/").headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie ->
                                assertThat(cookie)
                                        .startsWith("lang=en")
                                        .contains("HttpOnly", "SameSite=Lax"));
        for (String elsewhere :
                new String[] {
                    "//ond.example", "/%5Cond.example", "https://ond.example", "/%0d%0aX:y"
                }) {
            assertThat(get("/sprak?lang=sv&till=" + elsewhere).headers().firstValue("Location"))
                    .hasValue("/");
        }
        assertThat(get("/sprak?lang=xx&till=/").headers().firstValue("Set-Cookie")).isEmpty();
    }
}
