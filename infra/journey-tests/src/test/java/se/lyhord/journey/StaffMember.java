package se.lyhord.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import se.lyhord.local.Conditions;

/** What moderators and case officers do in the dashboard. */
record StaffMember(Page page, String dashboard) {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void logIn(String username, String password) {
        page.navigate(dashboard);
        Locator go = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Logga in"));
        if (go.count() > 0) {
            go.first().click();
        }
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga ut")))
                .isVisible();
    }

    /** Opens a petition in the queue, which hears of it within moments. */
    void openReview(String title) {
        Locator link = waitFor("/granskning", title);
        link.click();
        assertThat(page.locator("h1")).containsText(title);
    }

    void approve() {
        choose("Godkänn");
        press("Spara beslutet");
        assertThat(page.locator("[role=status]")).containsText("Förslaget är godkänt");
    }

    void reject(String reason) {
        choose("Avvisa");
        page.locator("[name=reason]").selectOption(reason);
        press("Spara beslutet");
        assertThat(page.locator("[role=status]")).containsText("Förslaget är avvisat");
    }

    /** Rejects for a reason that hides the text, which takes a colleague. */
    void proposeToHide(String reason) {
        choose("Avvisa");
        page.locator("[name=reason]").selectOption(reason);
        press("Spara beslutet");
        assertThat(page.locator("[role=status]")).containsText("En kollega behöver bekräfta");
    }

    /** Opens what a colleague, or this one, wants to hide. */
    void openProposedToHide(String title) {
        waitFor("/granskning?lage=REJECTION_PROPOSED", title).click();
        assertThat(page.locator("main")).containsText("Ska texten döljas?");
    }

    /** Fills in the empty row for one more authority. */
    void addAuthority(String code, String name, String address) {
        page.navigate(dashboard + "/regler");
        int row = page.locator("[name$='.address']").count() - 1;
        String field = "authorities[" + row + "].";
        page.locator("[name='" + field + "code']").fill(code);
        page.locator("[name='" + field + "swedish']").fill(name);
        page.locator("[name='" + field + "english']").fill("In English: " + name);
        page.locator("[name='" + field + "address']").fill(address);
        press("Spara som ny version");
        assertThat(page.locator("[role=status]")).containsText("Ändringen är sparad");
    }

    void recordOutcome(String title, String registryNumber, String day, String answer) {
        waitFor("/handlaggning", title).click();
        page.locator("[name=committee]").selectOption("TN");
        page.locator("[name=registryNumber]").fill(registryNumber);
        page.locator("[name=decidedOn]").fill(day);
        page.locator("[name=decision][value=ACCEPTED]").check();
        page.locator("[name=answer]").fill(answer);
        page.locator("[name=answerEnglish]").fill("In English: " + answer);
        page.locator("[name=document]")
                .setInputFiles(
                        new FilePayload(
                                "protokoll.pdf",
                                "application/pdf",
                                "%PDF-1.7 protokoll".getBytes(StandardCharsets.US_ASCII)));
        press("Publicera beslutet");
        assertThat(page.locator("[role=status]")).containsText("Beslutet är publicerat");
    }

    void proposeTakeDown(String title, String reason, String lasts) {
        openTakeDown(title);
        page.locator("[name=reason]").selectOption(reason);
        choose(lasts);
        press("Föreslå nedtagning");
        assertThat(page.locator("main")).containsText("kan inte besluta ensam");
    }

    /** Confirms or restores, and waits until the page says who did. */
    void followTakeDown(String title, String button, String done) {
        openTakeDown(title);
        press(button);
        assertThat(page.locator("main")).containsText(done);
    }

    private void openTakeDown(String title) {
        waitFor("/granskning/publicerade", title);
        page.locator("tr", new Page.LocatorOptions().setHasText(title))
                .locator("a.ds-button")
                .click();
    }

    void handOver(String title, String registryNumber) {
        waitFor("/handlaggning", title).click();
        page.locator("[name=handOverCommittee]").selectOption("TN");
        page.locator("[name=handOverNumber]").fill(registryNumber);
        press("Lämna över");
        assertThat(page.locator("[role=status]")).containsText("Ärendet är överlämnat");
    }

    void returnFor(String message) {
        choose("Begär komplettering");
        page.locator("[name=message]").fill(message);
        press("Spara beslutet");
        assertThat(page.locator("[role=status]")).containsText("ombedd att komplettera");
    }

    void hide(String words) {
        page.locator("[name=words]").fill(words);
        page.locator("[name=wordsKind]").selectOption("NAME");
        press("Förhandsgranska");
        assertThat(page.locator("#sa-ser-invanarna")).containsText("[maskat: namn]");
    }

    void settle(String name, String banner) {
        page.navigate(dashboard + "/regler");
        page.locator("[name=name]").fill(name);
        page.locator("[name=bannerSwedish]").fill(banner);
        page.locator("[name=bannerEnglish]").fill(banner.isEmpty() ? "" : "In English: " + banner);
        press("Spara som ny version");
        assertThat(page.locator("[role=status]")).containsText("Ändringen är sparad");
    }

    /** Declares that nobody could log in with an e-identification; times are Swedish. */
    void declareOutage(LocalDateTime from, LocalDateTime to, String reason) {
        page.navigate(dashboard + "/avbrott");
        choose("Inloggningen med e-legitimation");
        page.locator("[name=from]").fill(from.toString());
        page.locator("[name=to]").fill(to.toString());
        page.locator("[name=reason]").fill(reason);
        press("Anmäl avbrottet");
        assertThat(page.locator("[role=status]")).containsText("Avbrottet är anmält");
    }

    /** Opens the newest outage. */
    void openOutage() {
        page.navigate(dashboard + "/avbrott");
        page.locator("a.ly-title").first().click();
        assertThat(page.locator("main")).containsText("Det här vet vi");
    }

    void choose(String decision) {
        page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(decision)).check();
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).click();
    }

    private Locator waitFor(String path, String title) {
        Locator link = page.locator("a.ly-title", new Page.LocatorOptions().setHasText(title));
        boolean there =
                Conditions.within(
                        PATIENCE,
                        Duration.ofMillis(300),
                        () -> {
                            page.navigate(dashboard + path);
                            return link.count() > 0;
                        });
        if (!there) {
            throw new AssertionError(title + " did not come to " + path);
        }
        return link;
    }
}
