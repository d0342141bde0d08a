package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.contract.Golden;
import org.broadsheet.server.web.page.Addresses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whole pages, as they come over HTTP. `-Dgolden.rewrite=true` writes the files anew.
@TestInstance(Lifecycle.PER_CLASS)
class GoldenPagesTest {
    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @BeforeAll
    void start() {
        house = PageHouse.with(Samples::few);
    }

    @AfterAll
    void end() {
        house.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "edition-day.html, /papers/date/2025-11-07",
        "edition-week.html, /papers/week/2025-W44",
        "edition-month-asof.html, /papers/month/2025-11?asof=2025-11-07T08:00Z",
        "edition-empty.html, /papers/date/2025-11-01",
        "trending.html, /papers/trending",
        "wire.html, /wire",
        "wire-category.html, /wire?cat=cs.CV",
        "search.html, /papers?q=heads",
        "search-empty.html, /papers?q=",
        "paper-maths.html, /papers/2510.00002",
        "paper-nasty.html, /papers/2510.00003",
        "paper-to-run.html, /papers/2510.00001",
        "lab.html, /lab",
        "author.html, /authors/ada-example",
        "paper.md, /papers/2510.00002.md"
    })
    void aPageIsAsItsGoldenFileSays(String file, String path) throws Exception {
        var answer = house.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        Golden.check(file, answer.body());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "problem-400.html, 400, /papers/date/2025-02-30",
        "problem-404.html, 404, /papers/plain-paper",
        "search-unreadable.html, 400, /papers?q=date:never"
    })
    void aProblemIsToldAsItsGoldenFileSays(String file, int status, String path) throws Exception {
        var answer = house.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        Golden.check(file, answer.body());
    }

    @Test
    void theMarkdownOfANastyPaperIsHarmless() throws Exception {
        var answer = house.get(Addresses.paper(Samples.NASTY) + ".md");
        assertThat(answer.body()).doesNotContain("<script", "<img", "<b>", "<i>");
    }
}
