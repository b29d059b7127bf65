package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lyhord.journey.LifeJourneyTest.REJECTED;
import static se.lyhord.journey.LifeJourneyTest.SHORT;
import static se.lyhord.journey.LifeJourneyTest.TITLE;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What everybody reads: lists, pages and open data. */
@Order(2)
class ReadingJourneyTest extends Journey {

    private String petition = "";
    private String closedPetition = "";

    ReadingJourneyTest(RunningSystem running) {
        super(running);
    }

    @BeforeAll
    void findTwoPetitions() {
        petition = addressOf(TITLE);
        closedPetition = addressOf(SHORT);
    }

    @Test
    @Order(10)
    void everyOtherPageIsForEverybodyInBothLanguages() {
        Page page = running().chromium().person();
        List<String> paths =
                List.of(
                        "",
                        "sa-fungerar-det",
                        "integritet",
                        "kakor",
                        "tillganglighet",
                        "statistik",
                        "oppna-data",
                        "forslag?q=linbana",
                        "nix");
        for (String path : paths) {
            page.navigate(running().site() + "/" + path);
            Screens.take(page, "15-" + (path.isEmpty() ? "framsida" : path.replaceAll("\\W", "-")));
        }
        page.navigate(running().site() + "/sprak?lang=en&till=/");
        for (String address : List.of(running().site() + "/", petition, closedPetition)) {
            page.navigate(address);
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            Screens.take(page, "16-english-" + address.substring(address.lastIndexOf('/') + 1));
        }
    }

    @Test
    @Order(11)
    void whatAReaderChoosesInTheListIsThereAfterGoingBack() {
        Page page = running().chromium().person();
        page.navigate(running().site() + "/forslag");
        page.locator("#lage-REJECTED").check();
        page.waitForURL("**/forslag?*lage=REJECTED*");
        page.locator("#ordning").selectOption("VOTES");
        page.waitForURL("**ordning=VOTES*");
        PlaywrightAssertions.assertThat(page.locator("#lista")).containsText(REJECTED);
        PlaywrightAssertions.assertThat(page.locator("#lista")).not().containsText(SHORT);
        PlaywrightAssertions.assertThat(page.locator("#lage-REJECTED")).isFocused();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(REJECTED)).click();
        page.waitForURL("**/forslag/*-*");
        page.goBack();
        page.waitForURL("**ordning=VOTES*");
        PlaywrightAssertions.assertThat(page.locator("#lage-REJECTED")).isChecked();
        PlaywrightAssertions.assertThat(page.locator("#ordning")).hasValue("VOTES");
        Screens.take(page, "05-lista-vald");
        page.goBack();
        page.waitForURL("**/forslag?*ordning=");
        PlaywrightAssertions.assertThat(page.locator("#ordning")).hasValue("");

        Page plain = running().chromium().personWithoutScripts();
        plain.navigate(running().site() + "/forslag");
        plain.locator("#q").fill(TITLE.substring(0, TITLE.length() - 2) + "x");
        plain.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sök")).click();
        PlaywrightAssertions.assertThat(plain.locator("#lista")).containsText(TITLE);
        PlaywrightAssertions.assertThat(plain.locator("#lista")).not().containsText(SHORT);
    }

    @Test
    @Order(12)
    void openDataIsAsDescribed() {
        Page anyone = running().chromium().person();
        ApiDescription api = ApiDescription.of(anyone, running().site());
        String open = petition.substring(petition.lastIndexOf('/') + 1);
        String closed = closedPetition.substring(closedPetition.lastIndexOf('/') + 1);

        api.holds(
                "/api/v1/petitions?sort=trending&standing=OPEN&standing=ANSWERED", "PetitionPage");
        api.holds("/api/v1/petitions/" + open, "Petition");
        api.holds("/api/v1/petitions/" + closed, "Petition");
        api.holds("/api/v1/tallies/" + open, "Tally");
        api.holds("/api/v1/tallies/" + closed, "Tally");
        api.holds("/api/v1/tallies/" + open + "/history", "History");
        JsonNode statistics = api.holds("/api/v1/statistics", "Statistics");
        assertThat(statistics.path("finalVotes").asLong()).isEqualTo(2);
        JsonNode history = api.holds("/api/v1/tallies/" + closed + "/history", "History");
        assertThat(history.path("points").values())
                .last()
                .satisfies(point -> assertThat(point.path("count").asLong()).isEqualTo(2));
        String table = anyone.request().get(running().site() + "/api/v1/petitions.csv").text();
        assertThat(table).contains(closed, REJECTED).doesNotContain("IN_REVIEW");
    }
}
