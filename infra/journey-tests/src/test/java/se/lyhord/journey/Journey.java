package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import se.lyhord.local.Conditions;
import se.lyhord.local.run.People;

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

    /** The address of a published petition, as the list links to it. */
    final String addressOf(String title) {
        Page page = running.chromium().person();
        page.navigate(running.site() + "/forslag?q=" + title.replace(' ', '+'));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)).click();
        assertThat(page.locator("h1").innerText()).isEqualTo(title);
        return page.url();
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
