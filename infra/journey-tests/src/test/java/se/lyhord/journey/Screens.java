package se.lyhord.journey;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages, phone and desktop, for people to look at. */
final class Screens {

    private static final Path FOLDER = Path.of("target", "screens");

    private Screens() {}

    static void take(Page page, String name) {
        picture(page, 360, 740, name + "-360.png");
        assertNothingScrollsSideways(page, name);
        picture(page, 1280, 900, name + "-1280.png");
    }

    private static void picture(Page page, int width, int height, String file) {
        page.setViewportSize(width, height);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(FOLDER.resolve(file)).setFullPage(true));
    }

    private static void assertNothingScrollsSideways(Page page, String name) {
        page.setViewportSize(360, 740);
        Object over =
                page.evaluate(
                        "document.documentElement.scrollWidth"
                                + " - document.documentElement.clientWidth");
        if (over instanceof Number pixels && pixels.intValue() > 0) {
            throw new AssertionError(name + " scrolls sideways at 360 px by " + pixels + " px");
        }
    }
}
