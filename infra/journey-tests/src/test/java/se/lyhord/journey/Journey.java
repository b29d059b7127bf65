package se.lyhord.journey;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import se.lyhord.local.Conditions;
import se.lyhord.local.run.People;
import se.lyhord.local.run.StaffApi;
import tools.jackson.databind.JsonNode;

/** Steps of people in real browsers, in order; all journeys share one running system. */
@Tag("slow")
@ExtendWith(SharedSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Journey {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningSystem running;

    Journey(RunningSystem running) {
        this.running = running;
    }

    final RunningSystem running() {
        return running;
    }

    final Citizen citizen() {
        return new Citizen(running.chromium().person(), running.site());
    }

    final StaffMember staff(String username) {
        StaffMember member = new StaffMember(running.chromium().person(), running.dashboard());
        member.logIn(username, People.staffPassword(running.system().secrets()));
        return member;
    }

    /** Approves a petition that opens under other rules than the usual, which hold again after. */
    final void approveUnder(
            String votingPeriod, int threshold, StaffMember moderator, String title) {
        StaffApi rules = new StaffApi(running.system());
        JsonNode usual = rules.rules();
        int minimumAge = usual.get("minimumAge").asInt();
        rules.setRules(votingPeriod, threshold, minimumAge);
        moderator.openReview(title);
        moderator.approve();
        citizen().openFromList(title);
        rules.setRules(
                usual.get("votingPeriod").asString(), usual.get("threshold").asInt(), minimumAge);
    }

    /** The address of a published petition, as the list links to it. */
    final String addressOf(String title) {
        Citizen reader = citizen();
        reader.openFromList(title);
        return reader.page().url();
    }

    static boolean reloadUntil(Page page, String address, String text) {
        return Conditions.within(
                PATIENCE,
                Duration.ofMillis(300),
                () -> {
                    page.navigate(address);
                    return page.locator("main").innerText().contains(text);
                });
    }
}
