package org.broadsheet.server.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The watchers of the other tests, each shown a fault that it must report: one that has gone blind
/// would let everything pass.
@ExtendWith(Browsing.Shared.class)
class PlantedFaultsTest {
    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "console.error('planted')                                    | error: planted",
                "console.warn('planted')                                     | warning: planted",
                "setTimeout(() => { throw new Error('planted'); })           | error: Error: planted",
                "setTimeout(() => alert('planted'))                          | dialog: planted",
                "fetch('/static/planted.js')                                 | error: Failed to load resource",
                "document.body.append(Object.assign(document.createElement('script'), {text: '1'})) | error: Executing inline script",
                "new Image().src = 'http://elsewhere.invalid/planted.png'    | error: Loading the image"
            })
    void theBrowsersComplaintsAreNoted(String fault, String complaint, Browsing browsing) {
        try (Visit visit = browsing.visit("/papers")) {
            visit.assertClean();
            visit.page().evaluate("() => { " + fault + " }");
            awaitComplaint(visit, complaint);
            assertThatThrownBy(visit::assertClean)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(complaint);
        }
    }

    @Test
    void whatAsksAnotherHostIsNotedEvenWhereNoPolicyForbidsIt(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers", Browsing.wide().setBypassCSP(true))) {
            visit.page()
                    .evaluate("() => { new Image().src = 'http://elsewhere.invalid/planted'; }");
            awaitComplaint(visit, "asks another host: http://elsewhere.invalid/planted");
            awaitComplaint(visit, "not loaded: http://elsewhere.invalid/planted");
        }
    }

    @Test
    void whatKeepsSomebodyFromReadingIsReported(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers", Browsing.wide().setBypassCSP(true))) {
            Axe axe = Axe.on(visit.page());
            assertThat(axe.barriers(Axe.ALL)).isEmpty();
            visit.page()
                    .evaluate(
                            """
                            () => {
                                const pale = document.createElement('p');
                                pale.textContent = 'planted';
                                pale.style.color = '#cccccc';
                                pale.style.background = '#ffffff';
                                const silent = document.createElement('button');
                                document.querySelector('main').prepend(pale, silent);
                            }
                            """);
            assertThat(axe.barriers(Axe.ALL))
                    .anyMatch(barrier -> barrier.startsWith("color-contrast:"))
                    .anyMatch(barrier -> barrier.startsWith("button-name:"));
            assertThat(axe.barriers(Axe.COLOURS))
                    .isNotEmpty()
                    .allMatch(barrier -> barrier.startsWith("color-contrast:"));
        }
    }

    @Test
    void whatIsWiderThanAPhoneIsReported(Browsing browsing) {
        try (Visit visit = browsing.visit("/papers", Browsing.phone())) {
            visit.page()
                    .evaluate(
                            """
                            () => {
                                const wide = document.createElement('p');
                                wide.textContent = 'planted';
                                wide.style.width = '600px';
                                document.querySelector('main').prepend(wide);
                            }
                            """);
            assertThat(Layout.overflow(visit.page())).isNotEmpty();
        }
    }

    private static void awaitComplaint(Visit visit, String complaint) {
        List<String> complaints = visit.complaints();
        visit.page()
                .waitForCondition(
                        () -> complaints.stream().anyMatch(said -> said.startsWith(complaint)));
    }
}
