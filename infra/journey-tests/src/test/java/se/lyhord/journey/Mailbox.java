package se.lyhord.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import se.lyhord.local.Conditions;

/** What somebody does in their mail program. */
record Mailbox(Page page, String address) {

    /** Reads the newest mail to a person about something, and waits for it to come. */
    Mailbox read(String to, String subject) {
        return read(to, subject, Journey.PATIENCE);
    }

    /** The same of one that comes later than others. */
    Mailbox read(String to, String subject, Duration patience) {
        Locator mail =
                page.locator("li", new Page.LocatorOptions().setHasText("till " + to))
                        .locator("a", new Locator.LocatorOptions().setHasText(subject));
        boolean there =
                Conditions.within(
                        patience,
                        Duration.ofMillis(300),
                        () -> {
                            page.navigate(address);
                            return mail.count() > 0;
                        });
        if (!there) {
            throw new AssertionError("no mail to " + to + ": " + subject);
        }
        mail.first().click();
        return this;
    }

    String text() {
        return page.locator("#text").innerText();
    }

    /** Where the mail's first link leads, which is what it is about. */
    String link() {
        return page.locator("#text a").first().getAttribute("href");
    }

    /** Where the mail program's own button sends its one click (RFC 8058). */
    String oneClick() {
        String header =
                page.locator("dt", new Page.LocatorOptions().setHasText("List-Unsubscribe"))
                        .locator("+ dd")
                        .innerText();
        return header.substring(header.indexOf('<') + 1, header.indexOf('>'));
    }

    /** Everything that was sent to a person, newest first. */
    String sentTo(String to) {
        page.navigate(address);
        return String.join(
                "\n",
                page.locator("li", new Page.LocatorOptions().setHasText("till " + to))
                        .allInnerTexts());
    }
}
