package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A voter looks at their own votes while they are there, and takes one back. */
@Order(5)
class MyVotesJourneyTest extends Journey {

    private static final String FIRST = "Ställ ut schackbord i parken";
    private static final String SECOND = "Grusa gångvägen till badet";
    private static final String TEXT =
            "Många har bett om det, och det kostar inte särskilt mycket.";

    MyVotesJourneyTest(RunningSystem running) {
        super(running);
    }

    @BeforeAll
    void publishTwo() {
        StaffMember moderator = staff("erik");
        for (String title : new String[] {FIRST, SECOND}) {
            citizen().submit(title, TEXT, "");
            moderator.openReview(title);
            moderator.approve();
        }
    }

    @Test
    @Order(1)
    void votersSeeTheirOwnVotesAndTakeOneBack() {
        Citizen samir = citizen();
        Page page = samir.page();
        for (String title : new String[] {FIRST, SECOND}) {
            String petition = addressOf(title);
            assertThat(reloadUntil(page, petition, "Rösta för förslaget")).isTrue();
            samir.voteByLink(petition, "samir");
            samir.confirm();
        }

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mina röster"))
                .first()
                .click();
        samir.expectHeading("Mina röster");
        samir.expectText(FIRST);
        samir.expectText(SECOND);
        assertThat(page.locator("main").innerText()).doesNotContain(LifeJourneyTest.SHORT);
        Screens.take(page, "25-mina-roster");

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Ta tillbaka rösten på " + FIRST))
                .click();
        samir.expectHeading("Vill du ta tillbaka din röst?");
        samir.press("Ja, ta tillbaka rösten");
        samir.expectText("Du har tagit tillbaka din röst");
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Mina röster"))
                .click();
        samir.expectText(SECOND);
        assertThat(page.locator("main").innerText()).doesNotContain(FIRST);
    }

    @Test
    @Order(2)
    void whoHasNotVotedOrIsNotLoggedInIsToldSo() {
        Page page = running().chromium().personWithoutScripts();
        Citizen doris = new Citizen(page, running().site());
        page.navigate(running().site() + "/mina-roster");
        doris.logIn("erland");
        doris.expectText("Vi hittar ingen röst från dig.");
        doris.expectText("Efter röstningen finns inget att visa");
    }
}
