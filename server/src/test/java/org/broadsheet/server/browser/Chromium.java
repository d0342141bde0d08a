package org.broadsheet.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The Chromium or Chrome of this machine. None is downloaded here; `./broadsheet test` does that.
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {
    private static final List<String> USUAL_PLACES =
            List.of(
                    "/usr/bin/chromium",
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome",
                    "/usr/bin/google-chrome-stable",
                    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                    "/Applications/Chromium.app/Contents/MacOS/Chromium");

    static Chromium start() {
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(playwright, playwright.chromium().launch(options()));
    }

    private static BrowserType.LaunchOptions options() {
        boolean isRoot = "root".equals(System.getProperty("user.name"));
        List<String> flags = List.of("--disable-dev-shm-usage", "--disable-gpu");
        return new BrowserType.LaunchOptions()
                .setExecutablePath(place())
                .setArgs(
                        isRoot
                                ? Stream.concat(flags.stream(), Stream.of("--no-sandbox")).toList()
                                : flags);
    }

    /// What `BROADSHEET_CHROMIUM` names, else the first that is in a usual place.
    private static Path place() {
        String named = Objects.requireNonNullElse(System.getenv("BROADSHEET_CHROMIUM"), "");
        return Stream.concat(Stream.of(named), USUAL_PLACES.stream())
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                "the browser tests need Chromium or Chrome, and none is in "
                                        + USUAL_PLACES
                                        + "; run ./broadsheet test, which finds or installs"
                                        + " one, or name it in BROADSHEET_CHROMIUM"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
