package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** No text is hidden by one alone, and whoever asks the wrong authority is shown the right one. */
@Order(6)
class FourEyesJourneyTest extends Journey {

    FourEyesJourneyTest(RunningSystem running) {
        super(running);
    }

    @Test
    @Order(1)
    void aTextIsHiddenWhenAColleagueAgrees() {
        Citizen citizen = citizen();
        citizen.submit(
                "Grannen på Storgatan", "Han som bor på nummer fyra ska flytta härifrån.", "");
        String status = citizen.statusLink();
        StaffMember anna = staff("anna");
        anna.openReview("Grannen på Storgatan");
        anna.proposeToHide("OFFENSIVE");
        Screens.take(anna.page(), "40-dolj-foreslagen");
        anna.openProposedToHide("Grannen på Storgatan");
        assertThat(anna.page().locator("[value=CONFIRM]").count()).isZero();
        Screens.take(anna.page(), "40-dolj-egen");

        StaffMember erik = staff("erik");
        erik.openProposedToHide("Grannen på Storgatan");
        Screens.take(erik.page(), "41-dolj-bekrafta");
        erik.press("Avvisa och dölj texten");
        assertThat(reloadUntil(citizen.page(), status, "Avvisat i granskningen")).isTrue();
        Screens.take(citizen.page(), "42-dold-status");

        StaffMember auditor = staff("rolf");
        auditor.page().navigate(running().dashboard() + "/beslutslogg?handling=REJECT_PROPOSE");
        new Citizen(auditor.page(), running().dashboard()).expectText("Anna Lund");
    }

    @Test
    @Order(2)
    void whoDecidesInsteadIsSaidInBothLanguages() {
        StaffMember amina = staff("amina");
        amina.addAuthority("TRAFIKVERKET", "Trafikverket", "https://www.trafikverket.se/");
        Screens.take(amina.page(), "43-regler-myndigheter");
        Citizen citizen = citizen();
        citizen.submit("Fler tåg till Ekeby", "Tågen borde stanna i Ekeby varje halvtimme.", "");
        String status = citizen.statusLink();
        StaffMember anna = staff("anna");
        anna.openReview("Fler tåg till Ekeby");
        anna.page().locator("[name=authority]").selectOption("TRAFIKVERKET");
        Screens.take(anna.page(), "43-hanvisa");
        anna.reject("NOT_MUNICIPAL");

        assertThat(reloadUntil(citizen.page(), status, "Frågan hör till Trafikverket")).isTrue();
        Screens.take(citizen.page(), "44-hanvisad-status");
        citizen.page().getByText("Till förslagets sida").click();
        citizen.expectText("Frågan hör till Trafikverket.");
        Screens.take(citizen.page(), "44-hanvisad");
        citizen.page().getByText("English").first().click();
        citizen.expectText("The matter belongs to");
        assertThat(
                        citizen.page()
                                .locator("main a[href='https://www.trafikverket.se/']")
                                .innerText())
                .isEqualTo("In English: Trafikverket");
    }

    @Test
    @Order(3)
    void otherPagesOfTheStaffAreLookedAtToo() {
        Screens.take(loginPage(), "45-logga-in");
        StaffMember anna = staff("anna");
        for (String path :
                new String[] {
                    "/granskning",
                    "/granskning?lage=REJECTION_PROPOSED",
                    "/granskning/publicerade",
                    "/handlaggning",
                    "/beslutslogg",
                    "/granskning/finns-inte"
                }) {
            anna.page().navigate(running().dashboard() + path);
            Screens.take(anna.page(), "45-personal" + path.replaceAll("\\W+", "-"));
        }
    }

    @Test
    @Order(4)
    void aFileThatIsFarTooLargeIsSaidToBe() {
        StaffMember sara = staff("sara");
        sara.page().navigate(running().dashboard() + "/handlaggning");
        Object answer =
                sara.page()
                        .evaluate(
                                """
                                async () => {
                                  const form = new FormData();
                                  form.set("_csrf", document.querySelector("[name=_csrf]").value);
                                  form.set("version", "0");
                                  const file = new Blob([new Uint8Array(14 << 20)]);
                                  form.set("document", file, "protokoll.pdf");
                                  const address = "/handlaggning/" + crypto.randomUUID();
                                  const headers = {Accept: "text/html"};
                                  const answer =
                                      await fetch(address, {method: "POST", headers, body: form});
                                  const text = await answer.text();
                                  return answer.status + " " + text.includes("för stort");
                                }
                                """);
        assertThat(answer).isEqualTo("413 true");
    }

    private Page loginPage() {
        Page page = running().chromium().person();
        page.navigate(running().dashboard());
        return page;
    }
}
