package se.lyhord.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;

/**
 * Looks at pages as a phone, a tablet and a desktop show them, by day and by night, and keeps
 * pictures.
 */
final class Screens {

    private static final Path FOLDER = Path.of("target", "screens");

    private Screens() {}

    /**
     * Fails if the page scrolls sideways on a phone or a tablet, has targets too small for a finger
     * on a phone, or keeps somebody out.
     */
    static void take(Page page, String name) {
        size(page, 360, 740);
        picture(page, name + "-360.png");
        assertNothingScrollsSideways(page, name);
        Targets.check(page, name);
        Accessibility.check(page, name + " on a phone");
        scheme(page, ColorScheme.DARK);
        picture(page, name + "-360-dark.png");
        size(page, 768, 1024);
        picture(page, name + "-768-dark.png");
        assertNothingScrollsSideways(page, name);
        size(page, 1280, 900);
        picture(page, name + "-1280-dark.png");
        Accessibility.check(page, name + " on a desktop, dark");
        scheme(page, ColorScheme.LIGHT);
        picture(page, name + "-1280.png");
    }

    private static void size(Page page, int width, int height) {
        page.setViewportSize(width, height);
    }

    private static void scheme(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private static void picture(Page page, String file) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(file)).setFullPage(true));
    }

    private static void assertNothingScrollsSideways(Page page, String name) {
        Object over =
                page.evaluate(
                        "document.documentElement.scrollWidth"
                                + " - document.documentElement.clientWidth");
        if (over instanceof Number pixels && pixels.intValue() > 0) {
            throw new AssertionError(name + " scrolls sideways by " + pixels + " px");
        }
    }
}
