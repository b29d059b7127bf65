package se.lyhord.journey;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class AccessibilityTest {

    private static final String PAGE =
            "<!DOCTYPE html><html lang=\"sv\"><title>Lyhörd</title><main><h1>Förslag</h1>%s</main>";

    @Test
    void findsWhatKeepsSomebodyOut() {
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.person();
            page.setContent(PAGE.formatted("<label>Namn <input></label>"));
            assertThatCode(() -> Accessibility.check(page, "good")).doesNotThrowAnyException();

            page.setContent(PAGE.formatted("<input><p style=\"color:#999\">Blekt</p>"));
            assertThatThrownBy(() -> Accessibility.check(page, "bad"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("bad keeps", "label (", "color-contrast (");
        }
    }
}
