package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a petitioner does before anybody else sees the proposal. */
@Order(4)
class ProposeJourneyTest extends Journey {

    private static final String DRAFTED = "Öppna simhallen på söndagar";
    private static final String REGRETTED = "Måla alla bänkar gula";
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
        page.waitForTimeout(2_000);
        citizen.press("Skicka in förslaget");
        citizen.expectHeading("Tack för ditt förslag");
    }

    @Test
    @Order(3)
    void aBrowserThatFailsAtItsWorkIsToldToWait() {
        Citizen citizen = citizen();
        Page page = citizen.page();
        page.route("**/altcha*.js", Route::abort);
        page.navigate(running().site() + "/lamna-forslag");
        page.locator("#title").fill("Fler cykelställ vid badplatsen");
        citizen.press("Skicka in förslaget");
        citizen.expectText("Vänta en kort stund och skicka igen");
        Screens.take(page, "20-for-snabbt");
    }

    @Test
    @Order(4)
    void aDraftIsSavedContinuedElsewherePreviewedAndSent() {
        Citizen citizen = citizen();
        Page page = citizen.page();
        page.navigate(running().site() + "/lamna-forslag");
        page.locator("#title").fill(DRAFTED);
        page.locator("#text").fill("Halva texten");
        citizen.press("Spara utkast");
        citizen.expectText("Utkastet är sparat");
        Screens.take(page, "21-utkast-sparat");
        String link = page.locator("#draft-link").innerText().strip();

        Citizen elsewhere = citizen();
        elsewhere.page().navigate(link);
        assertThat(elsewhere.page().locator("#title").inputValue()).isEqualTo(DRAFTED);
        elsewhere.page().locator("#text").fill(TEXT);
        elsewhere.page().locator("#petitionerName").fill("Maja i Ekeby");
        elsewhere.page().locator("#email").fill("maja@exempel.se");
        previewAndChange(elsewhere);
        elsewhere.press("Förhandsgranska");
        elsewhere.press("Skicka in förslaget");
        elsewhere.expectHeading("Tack för ditt förslag");

        page.navigate(link);
        citizen.expectHeading("Länken leder ingenstans");
        Screens.take(page, "23-lank-leder-ingenstans");
    }

    private static void previewAndChange(Citizen citizen) {
        Page page = citizen.page();
        citizen.press("Förhandsgranska");
        citizen.expectHeading("Så här blir ditt förslag");
        assertThat(page.locator("article").innerText())
                .contains(DRAFTED, "Maja i Ekeby", "Det kostar inte så mycket.")
                .doesNotContain("maja@exempel.se");
        Screens.take(page, "22-forhandsgranska");
        citizen.press("Ändra");
        assertThat(page.locator("#title").inputValue()).isEqualTo(DRAFTED);
        assertThat(page.locator("#text").inputValue()).isEqualTo(TEXT);
        assertThat(page.locator("#email").inputValue()).isEqualTo("maja@exempel.se");
    }

    @Test
    @Order(5)
    void withoutScriptsADraftIsSavedAndPreviewedToo() {
        Page page = running().chromium().personWithoutScripts();
        Citizen citizen = new Citizen(page, running().site());
        page.navigate(running().site() + "/lamna-forslag");
        page.locator("#title").fill("Lekplats för alla åldrar");
        page.locator("#text").fill(TEXT);
        citizen.press("Förhandsgranska");
        citizen.expectHeading("Så här blir ditt förslag");
        citizen.press("Spara utkast");
        citizen.expectText("Utkastet är sparat");
        assertThat(page.locator("#text").inputValue()).isEqualTo(TEXT);
        citizen.press("Förhandsgranska");
        page.waitForTimeout(2_000);
        citizen.press("Skicka in förslaget");
        citizen.expectHeading("Tack för ditt förslag");
    }

    @Test
    @Order(6)
    void aPetitionIsTakenBackAndLeavesTheQueue() {
        Citizen citizen = citizen();
        citizen.submit(REGRETTED, TEXT, "");
        String status = citizen.statusLink();
        StaffMember moderator = staff("anna");
        moderator.openReview(REGRETTED);
        String review = moderator.page().url();

        assertThat(reloadUntil(citizen.page(), status, "Väntar på granskning")).isTrue();
        Screens.take(citizen.page(), "24-status-i-granskning");
        citizen.page().getByText("Ta tillbaka förslaget").click();
        citizen.expectHeading("Vill du ta tillbaka förslaget?");
        Screens.take(citizen.page(), "24-ta-tillbaka");
        citizen.press("Ja, ta tillbaka förslaget");
        citizen.expectText("Du har tagit tillbaka förslaget");
        citizen.expectText("Förslaget togs tillbaka");
        Screens.take(citizen.page(), "24-aterkallat");

        assertThat(reloadUntil(moderator.page(), review, "Förslagsställaren tog tillbaka"))
                .isTrue();
        Screens.take(moderator.page(), "24-granskning-aterkallat");
        moderator.page().navigate(running().dashboard() + "/granskning");
        assertThat(moderator.page().locator("main").innerText()).doesNotContain(REGRETTED);
    }
}
