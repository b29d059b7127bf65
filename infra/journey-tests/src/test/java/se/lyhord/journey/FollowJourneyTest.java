package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Mails about one petition, from the asking to the last of them. */
@Order(8)
class FollowJourneyTest extends Journey {

    private static final String PERIOD = "PT100S";
    private static final String TITLE = "Sätt upp fågelholkar vid kyrkogården";
    private static final String PETITIONER = "maja.holk@exempel.se";
    private static final String READER = "rut@exempel.se";
    private static final String TIRED = "tilda@exempel.se";

    private String petition = "";
    private String readersLink = "";

    FollowJourneyTest(RunningSystem running) {
        super(running);
    }

    private Mailbox mailbox() {
        return new Mailbox(running().chromium().person(), running().system().plan().mailboxUrl());
    }

    @Test
    @Order(1)
    void whoProposesConfirmsTheAddressByAButton() {
        Citizen maja = citizen();
        maja.page().navigate(running().site() + "/lamna-forslag");
        maja.page().locator("#title").fill(TITLE);
        maja.page()
                .locator("#text")
                .fill("Fåglarna har ingenstans att bo när de gamla träden tas ner.");
        maja.page().locator("#email").fill(PETITIONER);
        maja.press("Skicka in förslaget");
        maja.expectHeading("Tack för ditt förslag");

        Mailbox mailbox = mailbox().read(PETITIONER, "Bekräfta din e-postadress");
        assertThat(mailbox.text()).contains("Var det inte du?");
        Page page = maja.page();
        page.navigate(mailbox.link());
        maja.expectHeading("Bekräfta din adress");
        Screens.take(page, "50-bekrafta-adress");
        maja.press("Ja, mejla mig");
        maja.expectHeading("Du får mejl om förslaget");
        Screens.take(page, "50-adress-bekraftad");
    }

    @Test
    @Order(2)
    void whoProposedHearsThatItIsOpen() {
        approveUnder(PERIOD, 1, staff("anna"), TITLE);
        Mailbox mailbox = mailbox().read(PETITIONER, "Ditt förslag är öppet för röstning");
        assertThat(mailbox.link()).startsWith(running().site() + "/status/");
        Citizen maja = citizen();
        maja.page().navigate(mailbox.link());
        maja.expectText(TITLE);
    }

    @Test
    @Order(3)
    void aReaderFollowsFromThePetitionsPage() {
        Citizen rut = citizen();
        Page page = rut.page();
        petition = addressOf(TITLE);
        page.navigate(petition);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Följ med e-post"))
                .click();
        rut.press("Skicka en länk till mig");
        rut.expectText("Skriv din e-postadress");
        Screens.take(page, "51-folj-fel");
        askToFollow(rut, READER);
        Screens.take(page, "51-folj-skickat");
        readersLink = confirm(rut, READER);
        page.navigate(petition);
        assertThat(page.content()).doesNotContain(READER);
    }

    @Test
    @Order(4)
    void oneClickInAMailProgramEndsIt() {
        Citizen tired = citizen();
        tired.page().navigate(petition + "/folj");
        askToFollow(tired, TIRED);
        confirm(tired, TIRED);

        Mailbox mailbox = mailbox().read(TIRED, "Bekräfta att du vill följa");
        String link = mailbox.oneClick();
        APIResponse ended =
                mailbox.page()
                        .request()
                        .post(
                                link,
                                RequestOptions.create()
                                        .setForm(
                                                FormData.create()
                                                        .set("List-Unsubscribe", "One-Click")));
        assertThat(ended.status()).isEqualTo(200);
        tired.page().navigate(link);
        tired.expectHeading("Länken gäller inte längre");
    }

    @Test
    @Order(5)
    void whoFollowsHearsOfTheThresholdTheCountAndTheAnswer() {
        Citizen voter = citizen();
        voter.pressVote(petition, "samir");
        voter.confirm();
        Mailbox mailbox = mailbox();
        mailbox.read(READER, "Förslaget har nått röstningsgränsen");
        Duration untilCounted = Duration.parse(PERIOD).plus(PATIENCE);
        assertThat(mailbox.read(READER, "Rösterna är räknade", untilCounted).text())
                .contains("Förslaget fick 1 röst.", "Uppgifterna om vem som röstade är raderade.");

        StaffMember officer = staff("sara");
        String today = LocalDate.now(ZoneId.of("Europe/Stockholm")).toString();
        officer.recordOutcome(TITLE, "TN 2026/0312", today, "Tolv holkar är uppsatta.");
        for (String reader : new String[] {READER, PETITIONER}) {
            assertThat(mailbox.read(reader, "Kommunen har svarat på förslaget").text())
                    .contains("Det här är vårt sista mejl");
        }
        assertThat(mailbox.sentTo(TIRED)).contains("Bekräfta").doesNotContain("räknade");

        Citizen rut = citizen();
        rut.page().navigate(readersLink);
        rut.expectHeading("Länken gäller inte längre");
        Screens.take(rut.page(), "52-folj-gammal");
    }

    private static void askToFollow(Citizen citizen, String address) {
        citizen.page().locator("#email").fill(address);
        citizen.press("Skicka en länk till mig");
        citizen.expectHeading("Titta i din mejl");
    }

    private String confirm(Citizen citizen, String address) {
        String link = mailbox().read(address, "Bekräfta att du vill följa ett förslag").link();
        citizen.page().navigate(link);
        citizen.press("Ja, mejla mig");
        citizen.expectHeading("Du får mejl om förslaget");
        return link;
    }
}
