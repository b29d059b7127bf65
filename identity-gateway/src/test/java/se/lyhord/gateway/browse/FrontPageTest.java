package se.lyhord.gateway.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    void theListIsAPlainFormThatKeepsItsChoices() {
        served();

        String page = get("/forslag?q=cykel%20%26&lage=OPEN&ordning=closing&sida=2").body();

        assertThat(page)
                .contains(
                        "value=\"cykel &amp;\"",
                        "value=\"OPEN\" checked",
                        "value=\"closing\" selected",
                        "2 förslag");
        assertThat(PETITIONS.asked().getFirst().path())
                .isEqualTo(
                        "/api/v1/petitions?state=OPEN&q=cykel%20%26&sort=closing&page=1&size=20");
    }

    @Test
    void whatTheServiceWillNotAnswerDoesNotMakeItCountAsAway() {
        served();
        PETITIONS.serve("/api/v1/petitions?state=REJECTED&sort=newest&page=0&size=20", 400, "{}");
        assertThat(get("/forslag").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(2));

        get("/forslag?lage=REJECTED");

        assertThat(get("/forslag").body()).doesNotContain("Sidan visar uppgifter");
    }

    @Test
    void anEmptySearchGivesTheWordBackAndTwoWaysOn() {
        PETITIONS.serve("/api/v1/petitions", Samples.list());

        assertThat(get("/forslag?q=linbana").body())
                .contains("Inga förslag matchar ”linbana”", "/lamna-forslag", "Rensa sökningen");
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
                "/integritet",
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
