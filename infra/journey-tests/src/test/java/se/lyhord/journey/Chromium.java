package se.lyhord.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's Chromium, with a fresh profile for each person. */
final class Chromium implements AutoCloseable {

    private static final int PATIENCE_MS = 30_000;

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable())
                                    // Chromium's own sandbox refuses root.
                                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));

    Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    /** Somebody new, who reads Swedish. */
    Page person() {
        return person(true);
    }

    /** Somebody new whose browser runs no scripts. */
    Page personWithoutScripts() {
        return person(false);
    }

    private Page person(boolean scripts) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setLocale("sv-SE")
                                .setTimezoneId("Europe/Stockholm")
                                .setJavaScriptEnabled(scripts));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(
                        name ->
                                Stream.of("/usr/bin", "/usr/local/bin", "/snap/bin")
                                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Chromium is missing: apt install chromium."));
    }
}
