package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static se.lyhord.journey.LifeJourneyTest.TITLE;

import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import se.lyhord.local.Conditions;

/** What moderators, administrators and auditors do beside approving. */
@Order(3)
class StaffJourneyTest extends Journey {

    StaffJourneyTest(RunningSystem running) {
        super(running);
    }

    @Test
    @Order(13)
    void aPetitionIsTakenDownByTwoRestoredAndTakenDownForGood() {
        String petition = addressOf(TITLE);
        StaffMember anna = staff("anna");
        StaffMember erik = staff("erik");
        anna.proposeTakeDown(TITLE, "OFFENSIVE", "Tills vidare");
        Screens.take(anna.page(), "17-nedtagning-foreslagen");
        erik.followTakeDown(TITLE, "Ta ner förslaget", "bekräftade nedtagningen");

        Citizen reader = citizen();
        assertThat(reloadUntil(reader.page(), petition, "Förslaget är nedtaget")).isTrue();
        reader.expectText("Texten är hotfull eller kränkande.");
        assertThat(reader.page().content()).doesNotContain(TITLE, "trivas utomhus", "Maja i Ekeby");
        Screens.take(reader.page(), "18-nedtaget");
        Citizen voter = citizen();
        voter.voteByLink(petition, "doris");
        voter.expectText("Det går inte att rösta nu");
        Screens.take(voter.page(), "18-nedtaget-rosta");

        erik.followTakeDown(TITLE, "Visa igen", "visade förslaget igen");
        assertThat(reloadUntil(reader.page(), petition, "Rösta för förslaget")).isTrue();
        voter.voteByLink(petition, "doris");
        voter.confirm();

        anna.proposeTakeDown(TITLE, "OFFENSIVE", "För gott");
        erik.followTakeDown(TITLE, "Ta ner förslaget", "bekräftade nedtagningen");
        assertThat(reloadUntil(reader.page(), petition, "Röstuppgifterna är förstörda")).isTrue();
        reader.expectText("5 röster.");
        assertThat(reader.page().content()).doesNotContain(TITLE, "trivas utomhus");
        Screens.take(reader.page(), "19-nedtaget-for-gott");
    }

    @Test
    @Order(14)
    void aPetitionIsSentBackCompletedAndPublishedWithoutWhatItTellsOfOthers() {
        Citizen citizen = citizen();
        citizen.submit("Bänk vid Kvarnen", "Ställ en bänk där. Fråga Elsa, 070-174 06 05.", "");
        String status = citizen.statusLink();
        StaffMember moderator = staff("anna");
        moderator.page().navigate(running().dashboard() + "/granskning");
        Screens.take(moderator.page(), "17-ko");
        moderator.openReview("Bänk vid Kvarnen");
        Screens.take(moderator.page(), "17-granska-personuppgifter");
        moderator.press("Spara beslutet");
        Screens.take(moderator.page(), "17-granska-fel");
        moderator.returnFor("Skriv var bänken ska stå.");
        Screens.take(moderator.page(), "17-ko-atersand");

        assertThat(reloadUntil(citizen.page(), status, "Skriv var bänken ska stå.")).isTrue();
        Screens.take(citizen.page(), "18-komplettera-status");
        citizen.page().getByText("Komplettera förslaget").click();
        Screens.take(citizen.page(), "18-komplettera");
        citizen.page().locator("#text").fill("För kort");
        citizen.press("Skicka in igen");
        Screens.take(citizen.page(), "18-komplettera-fel");
        citizen.page()
                .locator("#text")
                .fill("Ställ en bänk på torget vid fontänen. Fråga Elsa, 070-174 06 05.");
        citizen.press("Skicka in igen");
        citizen.expectText("Väntar på granskning");

        moderator.openReview("Bänk vid Kvarnen");
        moderator.hide("Elsa");
        Screens.take(moderator.page(), "19-maskerat");
        moderator.approve();
        assertThat(reloadUntil(citizen.page(), status, "Till förslagets sida")).isTrue();
        citizen.page().getByText("Till förslagets sida").click();
        citizen.expectText("Fråga [maskat: namn], [maskat: telefonnummer].");
        citizen.expectText("Förslaget kompletterades");
        Screens.take(citizen.page(), "19-maskerat-forslag");
        assertThat(citizen.page().content()).doesNotContain("Elsa", "070-174");
    }

    @Test
    @Order(15)
    void anAdministratorSettlesAndAnAuditorChecksTheLog() {
        StaffMember administrator = staff("amina");
        administrator.settle("Sjöby", "Inloggningen svarar inte just nu.");
        Screens.take(administrator.page(), "20-regler");
        Citizen reader = citizen();
        assertThat(
                        Conditions.within(
                                PATIENCE,
                                Duration.ofMillis(500),
                                () -> {
                                    reader.page().navigate(running().site() + "/");
                                    return reader.page()
                                            .content()
                                            .contains("Inloggningen svarar inte just nu.");
                                }))
                .isTrue();
        assertThat(reader.page().content()).contains("Sjöby kommun");
        Screens.take(reader.page(), "20-driftmeddelande");
        administrator.settle("Ekeby", "");

        StaffMember auditor = staff("rolf");
        auditor.page().navigate(running().dashboard() + "/beslutslogg");
        Screens.take(auditor.page(), "21-beslutslogg");
        auditor.page().getByText("Kontrollera loggen").click();
        new Citizen(auditor.page(), running().dashboard()).expectText("Loggen är hel");
        Screens.take(auditor.page(), "21-kontroll");
        auditor.page().navigate(running().dashboard() + "/regler");
        assertThat(auditor.page().getByText("Spara som ny version").count()).isZero();
    }
}
