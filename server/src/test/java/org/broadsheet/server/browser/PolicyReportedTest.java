package org.broadsheet.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import org.broadsheet.server.security.CspReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a browser refuses to run, it reports; the house counts it.
@ExtendWith(Browsing.Shared.class)
class PolicyReportedTest {
    @Test
    void aScriptThatCameIntoAPageDoesNotRunAndIsReported(Browsing browsing) {
        CspReports reports = browsing.house().web().getBean(CspReports.class);
        long before = reports.count();
        try (BrowserContext context =
                browsing.chromium()
                        .browser()
                        .newContext(Browsing.wide().setBaseURL(browsing.house().address()))) {
            Page page = context.newPage();
            page.route(
                    "**/wire",
                    route -> {
                        APIResponse answer = route.fetch();
                        String planted =
                                answer.text()
                                        .replace("</main>", "<script>__sprung=1</script></main>");
                        route.fulfill(new FulfillOptions().setResponse(answer).setBody(planted));
                    });
            page.navigate("/wire");
            assertThat(page.content()).contains("__sprung=1");
            assertThat(page.evaluate("window." + Oddities.SPRUNG)).isNull();
            page.waitForCondition(() -> reports.count() > before);
        }
    }
}
