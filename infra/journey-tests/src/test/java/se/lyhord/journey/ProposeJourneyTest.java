package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a petitioner does before anybody else sees the proposal. */
@Order(4)
class ProposeJourneyTest extends Journey {

    private static final String TEXT =
            "Vi behöver det här för att fler ska trivas utomhus.\n\nDet kostar inte så mycket.";

    ProposeJourneyTest(RunningSystem running) {
        super(running);
    }

    @Test
    @Order(1)
    void theBrowsersWorkAgainstSpamIsDoneUnseenAndOnThisSiteAlone() {
        Citizen citizen = citizen();
        List<String> asked = new ArrayList<>();
        List<String> complaints = new ArrayList<>();
        citizen.page().onRequest(request -> asked.add(request.url()));
        citizen.page().onConsoleMessage(message -> complaints.add(message.text()));

        citizen.page().navigate(running().site() + "/lamna-forslag");
        citizen.page().locator("#title").focus();
        citizen.page()
                .waitForCondition(
                        () -> citizen.page().locator("input[name=altcha]").inputValue() != null);
        assertThat(citizen.page().locator("altcha-widget").isVisible()).isFalse();
        assertThat(citizen.page().locator("#website").getAttribute("tabindex")).isEqualTo("-1");

        citizen.submit("Plantera äppelträd i parken", TEXT, "");
        citizen.expectHeading("Tack för ditt förslag");
        assertThat(asked)
                .filteredOn(url -> !url.startsWith("blob:"))
                .allMatch(url -> url.startsWith(running().site()))
                .anyMatch(url -> url.contains("altcha-sha"));
        assertThat(complaints).isEmpty();
    }

    @Test
    @Order(2)
    void withoutScriptsTheTimeThatWritingTakesIsEnough() {
        Page page = running().chromium().personWithoutScripts();
        Citizen citizen = new Citizen(page, running().site());
        page.navigate(running().site() + "/lamna-forslag");
        page.locator("#title").fill("Fler cykelställ vid badplatsen");
        page.locator("#text").fill(TEXT);
        citizen.press("Skicka in förslaget");
        citizen.expectText("Vänta en kort stund och skicka igen");
        assertThat(page.locator("#title").inputValue()).isEqualTo("Fler cykelställ vid badplatsen");
        Screens.take(page, "20-for-snabbt");

        page.waitForTimeout(2_000);
        citizen.press("Skicka in förslaget");
        citizen.expectHeading("Tack för ditt förslag");
    }
}
