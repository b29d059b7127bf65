package se.lyhord.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import se.lyhord.local.Conditions;

/** What a citizen does on the public pages. */
record Citizen(Page page, String site) {

    private static final String EID_PASSWORD = "lyhord";

    /** Fills in the form and sends it; afterwards the page with the private link is shown. */
    void submit(String title, String text, String name) {
        page.navigate(site + "/lamna-forslag");
        field("title").fill(title);
        field("text").fill(text);
        field("petitionerName").fill(name);
        press("Skicka in förslaget");
        if (page.getByText("Vänta en kort stund och skicka igen").isVisible()) {
            // Without scripts, and faster than anybody writes.
            page.waitForTimeout(2_000);
            press("Skicka in förslaget");
        }
    }

    /** The private link on the page that follows a submission. */
    String statusLink() {
        return page.locator("#status-link").innerText().strip();
    }

    /** Looks for a petition until the list has it, and opens it. */
    void openFromList(String title) {
        String search = site + "/forslag?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8);
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title));
        boolean listed =
                Conditions.within(
                        Journey.PATIENCE,
                        Duration.ofMillis(300),
                        () -> {
                            page.navigate(search);
                            return link.count() > 0;
                        });
        if (!listed) {
            throw new AssertionError(title + " did not come into the list");
        }
        link.click();
        assertThat(page.locator("h1")).hasText(title);
    }

    /** Presses Rösta and logs in; where that leads is for the caller to see. */
    void pressVote(String petition, String username) {
        page.navigate(petition);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Rösta för förslaget").setExact(true))
                .click();
        logIn(username);
    }

    /** Goes to the voting page by its address, as with an old link. */
    void voteByLink(String petition, String username) {
        page.navigate(petition + "/rosta");
        if (page.locator("#username").count() > 0) {
            logIn(username);
        }
    }

    void logIn(String username) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(EID_PASSWORD);
        page.locator("#kc-login").click();
    }

    /** Confirms the vote and reads the tracker off the receipt. */
    String confirm() {
        expectText("Vill du rösta för förslaget?");
        press("Ja, rösta för förslaget");
        expectText("Tack, du har röstat");
        return page.locator("#kvittokod").getAttribute("data-code");
    }

    /** Withdraws the vote of a person who is told that they have voted. */
    void withdraw() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ta tillbaka rösten"))
                .click();
        press("Ja, ta tillbaka rösten");
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    void expectHeading(String text) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text)))
                .isVisible();
    }

    void expectText(String text) {
        assertThat(page.locator("main")).containsText(text);
    }

    private Locator field(String name) {
        return page.locator("[name=" + name + "]");
    }
}
