package org.broadsheet.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The one browser over the one running house, for the tests that take it as a parameter; and over
/// one where people have accounts, from the first visit there on.
final class Browsing implements AutoCloseable {
    private static final Duration VECTORS_TAKE_AT_MOST = Duration.ofMinutes(3);

    private final Path folder;
    private final RunningHouse house;
    private final Chromium chromium;
    private @Nullable PeopledHouse peopled;

    private Browsing(Path folder, RunningHouse house, Chromium chromium) {
        this.folder = folder;
        this.house = house;
        this.chromium = chromium;
    }

    RunningHouse house() {
        return house;
    }

    Chromium chromium() {
        return chromium;
    }

    PeopledHouse peopled() {
        if (peopled == null) {
            try {
                peopled = PeopledHouse.open(folder.resolve("peopled"), chromium);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return peopled;
    }

    /// What a new reader's browser brings along, before a test changes it.
    static NewContextOptions wide() {
        return new NewContextOptions()
                .setViewportSize(1360, 900)
                .setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    static NewContextOptions phone() {
        return wide().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true);
    }

    static NewContextOptions withoutJavaScript() {
        return wide().setJavaScriptEnabled(false);
    }

    Visit visit(String path) {
        return visit(path, wide());
    }

    Visit visit(String path, NewContextOptions options) {
        return Visit.start(
                chromium.browser().newContext(options.setBaseURL(house.address())), path);
    }

    /// Opens the page as whoever it is a page for.
    Visit visit(PageKind kind, NewContextOptions options) {
        return kind.asker() == Asker.THE_ONE_READER
                ? visit(kind.path(), options)
                : peopled().visit(kind.asker(), kind.path(), options);
    }

    /// Waits until every paper is found by meaning, as a reader sees it: the line that tells how
    /// far it is goes away by itself.
    void awaitMeaning() {
        try (Visit visit = visit("/papers")) {
            assertThat(visit.page().locator("#vectors:not([hidden])"))
                    .hasCount(0, new HasCountOptions().setTimeout(VECTORS_TAKE_AT_MOST.toMillis()));
        }
    }

    @Override
    public void close() throws IOException {
        chromium.close();
        if (peopled != null) {
            peopled.close();
        }
        house.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private static Browsing open() {
        try {
            Path folder = Files.createTempDirectory("broadsheet-browsing");
            return new Browsing(
                    folder, RunningHouse.open(folder.resolve("house")), Chromium.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens both for the first test that asks and closes them after the last of all.
    static final class Shared implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Browsing.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return test.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(Browsing.class, _ -> open(), Browsing.class);
        }
    }
}
