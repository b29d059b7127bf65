package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import se.lyhord.local.Conditions;

/** Nobody could vote: one administrator declares it, another confirms, and everybody gets time. */
@Order(7)
class OutageJourneyTest extends Journey {

    private static final String TITLE = "Utegym vid Ekebysjön";
    private static final String BANNER = "Kommunen prövar om röstningstiden ska förlängas.";

    OutageJourneyTest(RunningSystem running) {
        super(running);
    }

    @Test
    void whoeverCouldNotVoteGetsTheTimeBackWhenTwoHaveSaidSo() {
        citizen().submit(TITLE, "Ställ ett utegym vid sjön, så att alla kan träna ute.", "");
        StaffMember moderator = staff("anna");
        moderator.openReview(TITLE);
        moderator.approve();
        Citizen reader = citizen();
        reader.openFromList(TITLE);
        String petition = reader.page().url();

        StaffMember amina = staff("amina");
        amina.page().navigate(running().dashboard() + "/avbrott");
        amina.press("Anmäl avbrottet");
        Screens.take(amina.page(), "30-avbrott-fel");
        LocalDateTime now =
                LocalDateTime.now(ZoneId.of("Europe/Stockholm")).truncatedTo(ChronoUnit.SECONDS);
        amina.declareOutage(now.minusMinutes(90), now, "Ingen kunde logga in med BankID.");
        Screens.take(amina.page(), "30-avbrott-anmalt");
        assertThat(amina.page().content()).doesNotContain("Bekräfta och förläng");

        assertThat(everyPageSays(reader)).isTrue();
        Screens.take(reader.page(), "31-avbrott-driftmeddelande");
        reader.page().navigate(running().site() + "/avbrott");
        reader.expectText("En andra person på kommunen ska bekräfta");
        Screens.take(reader.page(), "31-avbrott-regel");

        StaffMember adam = staff("adam");
        adam.openOutage();
        Screens.take(adam.page(), "32-avbrott-bekrafta");
        adam.press("Bekräfta och förläng");
        new Citizen(adam.page(), running().dashboard()).expectText("Avbrottet är bekräftat");

        assertThat(reloadUntil(reader.page(), petition, "Röstningstiden förlängdes")).isTrue();
        Screens.take(reader.page(), "33-forlangt");
        assertThat(
                        reloadUntil(
                                reader.page(),
                                running().site() + "/avbrott",
                                "Röstningstiden förlängdes med ett dygn för"))
                .isTrue();
        adam.page().navigate(running().dashboard() + "/avbrott");
        Screens.take(adam.page(), "32-avbrott-lista");

        StaffMember auditor = staff("rolf");
        auditor.page().navigate(running().dashboard() + "/beslutslogg?handling=OUTAGE_CONFIRM");
        new Citizen(auditor.page(), running().dashboard()).expectText("Bekräftade avbrott");
        auditor.openOutage();
        assertThat(auditor.page().locator("[name=step]").count()).isZero();
    }

    private boolean everyPageSays(Citizen reader) {
        return Conditions.within(
                PATIENCE,
                Duration.ofMillis(500),
                () -> {
                    reader.page().navigate(running().site() + "/");
                    return reader.page().locator(".ly-banner").allInnerTexts().stream()
                            .anyMatch(text -> text.contains(BANNER));
                });
    }
}
