package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import se.lyhord.keyvault.PublicKeyHistory;
import se.lyhord.local.Conditions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a citizen's idea to the municipality's answer, one stage after the other. */
@Order(1)
class LifeJourneyTest extends Journey {

    static final String TITLE = "Bygg en brygga vid Ekebysjön";
    static final String SHORT = "Sätt upp bänkar längs åpromenaden";
    static final String REJECTED = "Köp våra fina brevlådor";
    private static final String TEXT =
            "Vi behöver det här för att fler ska trivas utomhus, också de som går långsamt.\n\n"
                    + "<b>Inte fetstil</b> och inget annat än text.";

    private String petition = "";
    private String shortPetition = "";
    private String shortTracker = "";

    LifeJourneyTest(RunningSystem running) {
        super(running);
    }

    @Test
    @Order(1)
    void aCitizenSubmitsWithoutLoginAndGetsAPrivateLink() {
        Citizen citizen = citizen();
        citizen.page().navigate(running().site() + "/lamna-forslag");
        citizen.expectText("Förslaget blir en allmän handling");
        Screens.take(citizen.page(), "01-lamna-forslag");
        citizen.press("Skicka in förslaget");
        citizen.expectText("Rätta två saker för att gå vidare");
        Screens.take(citizen.page(), "01-lamna-forslag-fel");

        whatIsLikeItIsShownWhileTyping(citizen);
        citizen.submit(TITLE, TEXT, "Maja i Ekeby");
        citizen.expectHeading("Tack för ditt förslag");
        Screens.take(citizen.page(), "02-status");
        String link = citizen.statusLink();
        assertThat(link).startsWith(running().site() + "/status/");

        Page other = running().chromium().person();
        other.navigate(link);
        new Citizen(other, running().site()).expectText("Väntar på granskning");
        other.navigate(running().site() + "/forslag");
        assertThat(other.content()).doesNotContain(TITLE);
    }

    /** With a script while typing; without one by a button that keeps what was typed. */
    private void whatIsLikeItIsShownWhileTyping(Citizen citizen) {
        citizen.page().locator("#title").pressSequentially("Linbana över Ekebysjön");
        citizen.expectText("Vi hittar inget som liknar ditt.");

        Page plain = running().chromium().personWithoutScripts();
        plain.navigate(running().site() + "/lamna-forslag");
        plain.locator("#title").fill("Linbana över Ekebysjön");
        plain.locator("#text").fill("Halva texten");
        plain.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Visa liknande förslag"))
                .click();
        new Citizen(plain, running().site()).expectText("Vi hittar inget som liknar ditt.");
        assertThat(plain.locator("#text").inputValue()).isEqualTo("Halva texten");
    }

    @Test
    @Order(2)
    void aModeratorReadsApprovesAndRejects() {
        Citizen spammer = citizen();
        spammer.submit(REJECTED, "Brevlådor i alla färger, ring oss så levererar vi i morgon.", "");
        String status = spammer.statusLink();

        StaffMember moderator = staff("anna");
        moderator.openReview(REJECTED);
        moderator.reject("ADVERTISING");
        moderator.openReview(TITLE);
        Screens.take(moderator.page(), "03-granskning");
        moderator.approve();
        Screens.take(moderator.page(), "04-godkant");

        Page page = spammer.page();
        assertThat(reloadUntil(page, status, "Avvisat i granskningen")).isTrue();
    }

    @Test
    @Order(3)
    void itIsOpenWithItsRulesAndTimeline() {
        Citizen reader = citizen();
        assertThat(reloadUntil(reader.page(), running().site() + "/forslag", TITLE)).isTrue();
        Screens.take(reader.page(), "05-lista");
        reader.openFromList(TITLE);
        petition = reader.page().url();
        assertThat(reloadUntil(reader.page(), petition, "Rösta för förslaget")).isTrue();
        reader.expectText("Regler för röstningen");
        reader.expectText("300 röster");
        reader.expectText("<b>Inte fetstil</b>");
        reader.expectHeading("Vad har hänt?");
        Screens.take(reader.page(), "06-oppet");
    }

    @Test
    @Order(4)
    void aCitizenVotesOnceAndMayWithdrawAndVoteAgain() {
        Citizen tolvan = citizen();
        tolvan.pressVote(petition, "tolvan");
        tolvan.expectHeading("Vill du rösta för förslaget?");
        assertThat(tolvan.page().url()).startsWith(petition);
        Screens.take(tolvan.page(), "07-bekrafta");
        String first = tolvan.confirm();
        assertThat(first).matches("[0-9a-f]{32}");
        assertThat(tolvan.page().url()).doesNotContain(first);
        Screens.take(tolvan.page(), "08-kvitto");

        Citizen sameWithFreja = citizen();
        sameWithFreja.pressVote(petition, "tolvan-freja");
        sameWithFreja.press("Ja, rösta för förslaget");
        sameWithFreja.expectText("Din röst är redan räknad");
        Screens.take(sameWithFreja.page(), "09-redan-raknad");
        sameWithFreja.withdraw();
        sameWithFreja.expectText("tillbaka");

        Citizen again = citizen();
        again.pressVote(petition, "tolvan");
        assertThat(again.confirm()).isNotEqualTo(first);
    }

    @Test
    @Order(5)
    void whoMayNotVoteIsToldWhy() {
        Citizen lowLevel = citizen();
        lowLevel.pressVote(petition, "hanna");
        lowLevel.expectHeading("Du är inte inloggad");
        lowLevel.expectText("för låg tillitsnivå");
        Screens.take(lowLevel.page(), "10-nekad");

        Citizen unconfirmed = citizen();
        unconfirmed.pressVote(petition, "petra");
        unconfirmed.expectHeading("Du är inte inloggad");

        Citizen child = citizen();
        child.pressVote(petition, "lillan");
        child.expectText("13 år");
    }

    @Test
    @Order(6)
    void theCountMovesByItselfAndWithoutScriptsOnReload() {
        Page watching = running().chromium().person();
        watching.navigate(petition);
        String before = watching.locator(".ly-petition__vote").innerText();

        for (String voter : List.of("anders", "beatrice", "samir")) {
            Citizen citizen = citizen();
            citizen.pressVote(petition, voter);
            citizen.confirm();
        }

        assertThat(
                        Conditions.within(
                                PATIENCE,
                                () -> {
                                    watching.waitForTimeout(100); // lets the browser's events in
                                    return watching.locator(".ly-count")
                                            .innerText()
                                            .startsWith("4");
                                }))
                .as("moves by itself, from: " + before)
                .isTrue();
        Page plain = running().chromium().personWithoutScripts();
        assertThat(reloadUntil(plain, petition, "röster")).isTrue();
        assertThat(plain.locator(".ly-count").innerText()).startsWith("4");
    }

    @Test
    @Order(7)
    void aShortPetitionIsVotedForWithoutScripts() {
        Citizen citizen =
                new Citizen(running().chromium().personWithoutScripts(), running().site());
        citizen.submit(SHORT, TEXT, "");
        approveUnder("PT45S", 2, staff("erik"), SHORT);
        citizen.openFromList(SHORT);
        shortPetition = citizen.page().url();
        assertThat(reloadUntil(citizen.page(), shortPetition, "Rösta för förslaget")).isTrue();
        citizen.pressVote(shortPetition, "cecilia");
        shortTracker = citizen.confirm();
        Citizen other = citizen();
        other.pressVote(shortPetition, "doris");
        other.confirm();
    }

    @Test
    @Order(8)
    void itClosesAndAnyoneCanCheckTheCertificate() throws Exception {
        Citizen reader = citizen();
        assertThat(reloadUntil(reader.page(), shortPetition, "Röstuppgifterna är förstörda"))
                .isTrue();
        Screens.take(reader.page(), "11-gallringsintyg");
        String id = shortPetition.substring(shortPetition.lastIndexOf('/') + 1);
        String tally = running().site() + "/api/v1/tallies/" + id;

        byte[] list = download(reader.page(), tally + "/trackers.txt");
        Path file = Files.write(Path.of("target", "trackers.txt"), list);
        assertThat(new String(list, StandardCharsets.US_ASCII).lines())
                .contains(shortTracker)
                .hasSize(2);
        assertThat(said("wc", "-l", file.toString())).startsWith("2 ");

        byte[] certificate = download(reader.page(), tally + "/certificate.json");
        JsonNode said = JsonMapper.builder().build().readTree(certificate);
        assertThat(said.get("count").asLong()).isEqualTo(2);
        assertThat(said("sha256sum", file.toString())).startsWith(said.get("digest").asString());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list)))
                .isEqualTo(said.get("digest").asString());
        PublicKeyHistory keys =
                PublicKeyHistory.parse(
                        new String(
                                download(reader.page(), running().site() + "/api/v1/tallies/keys"),
                                StandardCharsets.UTF_8));
        byte[] signature = download(reader.page(), tally + "/certificate.sig");
        assertThat(keys.verifies(said.get("kid").asString(), certificate, signature)).isTrue();
        certificate[certificate.length / 2] ^= 1;
        assertThat(keys.verifies(said.get("kid").asString(), certificate, signature)).isFalse();

        anyBrowserCountsAgain();

        Citizen late = citizen();
        late.voteByLink(shortPetition, "anders");
        late.expectText("stängd");
        Screens.take(late.page(), "12-for-sent");
    }

    /** From the page's opening on without the network; an altered list is seen. */
    private void anyBrowserCountsAgain() {
        Citizen reader = citizen();
        Page page = reader.page();
        page.navigate(shortPetition);
        page.getByText("Kontrollera själv").click();
        reader.expectText("Din webbläsare har räknat om alla röster. Allt stämmer.");
        page.context().setOffline(true);
        page.locator("#code").fill(shortTracker.toUpperCase(Locale.ROOT));
        reader.press("Sök i listan");
        reader.expectText("Koden finns i listan, på rad");
        page.locator("#code").fill("00".repeat(16));
        reader.press("Sök i listan");
        reader.expectText("Koden finns inte i listan");
        Screens.take(page, "11-kontrollera");
        page.context().setOffline(false);

        page.route("**/trackers.txt", list -> list.fulfill(altered(list)));
        page.reload();
        reader.expectText("Något stämmer inte");
        reader.expectText("Listan är inte den som intyget gäller");
        reader.expectText("Antalet stämmer");
        reader.expectText("Intyget är äkta");
        page.unroute("**/trackers.txt");
    }

    private static Route.FulfillOptions altered(Route list) {
        String text = list.fetch().text();
        String other = text.charAt(31) == '0' ? "1" : "0";
        return new Route.FulfillOptions()
                .setBody(text.substring(0, 31) + other + text.substring(32));
    }

    @Test
    @Order(9)
    void aCaseOfficerRecordsTheOutcome() {
        StaffMember officer = staff("sara");
        String today = LocalDate.now(ZoneId.of("Europe/Stockholm")).toString();
        officer.page().navigate(running().dashboard() + "/handlaggning");
        Screens.take(officer.page(), "13-arenden");
        officer.handOver(SHORT, "TN 2026/0301");
        Citizen waiting = citizen();
        assertThat(reloadUntil(waiting.page(), shortPetition, "Ärendet lämnades till en nämnd"))
                .isTrue();
        officer.recordOutcome(SHORT, "TN 2026/0301", today, "Bänkarna kommer i vår.");
        Screens.take(officer.page(), "13-handlaggning");

        Citizen reader = citizen();
        assertThat(reloadUntil(reader.page(), shortPetition, "TN 2026/0301")).isTrue();
        reader.expectText("Tekniska nämnden");
        reader.expectText("Bänkarna kommer i vår.");
        assertThat(reader.page().request().get(documentOf(reader.page())).body())
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        Screens.take(reader.page(), "14-beslut");
    }

    private static String documentOf(Page page) {
        return String.valueOf(page.locator("a[href*='/documents/']").evaluate("link => link.href"));
    }

    private static byte[] download(Page page, String address) {
        var answer = page.request().get(address);
        assertThat(answer.status()).as(address).isEqualTo(200);
        return answer.body();
    }

    private static String said(String... command) throws Exception {
        Process process = new ProcessBuilder(command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
