package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.broadsheet.server.web.page.Addresses;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(Lifecycle.PER_CLASS)
class PagesOverHttpTest {
    private static final int MANY = 130;

    @SuppressWarnings("NullAway.Init") // by start
    private PageHouse house;

    @BeforeAll
    void start() {
        house = PageHouse.readOnly(PagesOverHttpTest::fill);
    }

    private static void fill(Storage storage) {
        Samples.few(storage);
        Samples.full(storage, MANY);
    }

    @AfterAll
    void end() {
        house.close();
    }

    @ParameterizedTest(name = "{0} answers {1} {2}")
    @CsvSource({
        "/papers?date=2025-11-07, 301, /papers/date/2025-11-07",
        "/papers?week=2025-W45, 301, /papers/week/2025-W45",
        "/papers?month=2025-11, 301, /papers/month/2025-11",
        "/papers/week/, 302, /papers/week/2025-W45",
        "/papers/week/2031-W01, 302, /papers/week/2025-W45",
        "/papers/month/2031-01, 302, /papers/month/2025-11",
        "/papers/date, 302, /papers/date/2025-11-07",
        "/papers/2510.00001v3, 301, /papers/2510.00001",
        "/papers/2510.00001v3.md, 301, /papers/2510.00001.md",
        "/papers/arXiv:2510.00001, 301, /papers/2510.00001",
        "/papers/2510.00001.pdf, 301, /papers/2510.00001",
        "/papers/2510.1, 302, /papers/2510.00001",
        "/authors/B%C3%A9la%20Minta, 301, /authors/bela-minta"
    })
    void anAddressInAnotherDressLeadsToTheOneAddress(String path, int status, String target)
            throws Exception {
        var answer = house.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("location").orElse("")).endsWith(target);
    }

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource(
            delimiter = '§',
            value = {
                "/papers/date/2025-02-30 § 2025-11-07",
                "/papers/date/07.11.2025 § a day such as",
                "/papers/week/2025-45 § W01 to W52 or W53",
                "/papers/week/2025-W60 § an ISO week such as",
                "/papers/month/2025-13 § a month such as",
                "/papers?date=x § a day such as",
                "/papers/date/2025-11-07?page=0 § a number from 1",
                "/papers/date/2025-11-07?page=99 § it has 3 pages",
                "/papers/date/2025-11-07?asof=noon § a time such as",
                "/wire?cat=%3Cb%3E § one such as cs.CL",
                "/wire?cursor=nowhere § the id of a paper",
                "/papers?q=heads&page=x § a number from 1",
                "/papers?q=date:never § This query cannot be read"
            })
    void anUnreadableAddressIsToldWhatIsAccepted(String path, String accepted) throws Exception {
        var answer = house.get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(accepted).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/papers/2510.99999",
                "/papers/doi:10.1/none",
                "/papers/%3Cscript%3Ealert(1)%3C/script%3E",
                "/authors/nobody-at-all"
            })
    void whatIsNotThereIsNotFoundAndTellsTheNextStep(String path) throws Exception {
        var answer = house.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("<h1", "href=\"/papers\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void anIdWithSlashesHasItsPage() throws Exception {
        assertThat(house.get(Addresses.paper(Samples.OLD)).body()).contains("An old paper");
        assertThat(house.get("/papers/cs%2F9809007").body()).contains("An old paper");
        assertThat(house.get(Addresses.paper(Samples.DOI)).body())
                .contains("A paper from elsewhere");
    }

    @Test
    void everyAuthorOfACrowdIsOnThePageAndInTheCitation() throws Exception {
        String page = house.get(Addresses.paper(Samples.CROWD)).body();
        assertThat(page).contains("and 644 more", "Author No664");
        assertThat(page.split("name=\"citation_author\"", -1)).hasSize(Samples.CROWD_SIZE + 1);
    }

    @Test
    void aLongEditionIsTurnedPageByPage() throws Exception {
        String first = house.get("/papers/date/2025-11-07").body();
        assertThat(first).contains("rel=\"next\" href=\"/papers/date/2025-11-07?page=2\"");
        String second = house.get("/papers/date/2025-11-07?page=2").body();
        assertThat(second).contains("Page 2 of 3", "61 to 120", "rel=\"prev\"");
        assertThat(house.get("/papers/date/2025-11-07?page=3").body())
                .doesNotContain("<link rel=\"next\"");
    }

    @Test
    void theWireShowsEveryPaperOnceFromPageToPage() throws Exception {
        String path = "/wire";
        int papers = 0;
        for (int page = 0; page < 5 && !path.isEmpty(); page++) {
            String body = house.get(path).body();
            papers += body.split("data-paper=", -1).length - 1;
            path = between(body, "<link rel=\"next\" href=\"", "\"").replace("&amp;", "&");
        }
        assertThat(papers).isEqualTo(house.storage.papers().count());
    }

    @Test
    void datesWithoutPapersAreSkippedInNavigation() throws Exception {
        assertThat(house.get("/papers/date/2025-11-07").body())
                .contains("href=\"/papers/date/2025-10-30\" rel=\"prev\"");
    }

    @Test
    void aDayWithoutPapersTeachesTheWay() throws Exception {
        var answer = house.get("/papers/date/2025-11-01");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "No papers in this edition",
                        "/papers/date/2025-10-30",
                        "/papers/date/2025-11-07");
    }

    @Test
    void thePastIsShownAsItWas() throws Exception {
        String page = house.get("/papers/date/2025-11-07?asof=2025-11-07T08:00Z").body();
        assertThat(page).contains("As it stood on 7 November 2025, 08:00 UTC");
        assertThat(page).doesNotContain("140 votes at hosted daily papers");
        assertThat(house.get("/papers/date/2025-11-07").body())
                .contains("140 votes at hosted daily papers");
    }

    @Test
    void aSearchExplainsItselfToTheLastDigit() throws Exception {
        String page = house.get("/papers?q=heads").body();
        assertThat(page).contains("Why is this here?", "<mark>", "data-label=\"sum\"");
    }

    @Test
    void aFacetNarrowsAndAChipWidens() throws Exception {
        String page = house.get("/papers?q=heads").body();
        assertThat(page).contains("href=\"/papers?q=heads+cat:cs.CV\"");
        assertThat(house.get("/papers?q=heads+cat:cs.CV").body())
                .contains("class=\"chip\" href=\"/papers?q=heads\"");
    }

    @Test
    void markdownIsSentToWhoAsksForIt() throws Exception {
        HttpResponse<String> answer =
                house.get(Addresses.paper(Samples.PLAIN), "Accept", "text/markdown");
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("text/markdown;charset=UTF-8");
        assertThat(answer.headers().firstValue("vary").orElse("")).contains("Accept");
        assertThat(answer.body()).startsWith("# A plain paper");
    }

    @Test
    void nobodyIsOfferedAVoteWhereNobodyMayVote() throws Exception {
        String page = house.get("/papers/date/2025-11-07").body();
        assertThat(page).doesNotContain("method=\"post\"").contains("1 vote here");
        var refused = house.post(Addresses.paper(Samples.PLAIN) + "/vote", "value=up");
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/papers?q=heads",
                "/papers/2510.00003",
                "/wire",
                "/papers/trending",
                "/nowhere"
            })
    void noPageRunsOrLoadsWhatIsNotOurs(String path) throws Exception {
        String page = house.get(path).body();
        assertThat(page).doesNotContain("<script>alert", " style=", "<img", "<b>bold");
        assertThat(page).doesNotContainPattern("(?:src|<link[^>]*href)=\"(?:https?:)?//(?!127)");
    }

    @Test
    void progressOfVectorsIsAskedForUntilAllAreMade() throws Exception {
        try (PageHouse fresh = PageHouse.with(Samples::few)) {
            assertThat(fresh.get("/status/vectors").body()).contains("hidden");
            Samples.full(fresh.storage, 4);
            fresh.clock.moveTo(PageHouse.NOW.plusSeconds(5));
            assertThat(fresh.get("/status/vectors").body())
                    .contains(
                            "Search by meaning: 6 of 10 papers ready",
                            "hx-get=\"/status/vectors\"");
        }
    }

    @Test
    void aPageIsKeptSomeSecondsWhileOnlyTheProgressOfVectorsChanges() throws Exception {
        try (PageHouse fresh = PageHouse.with(Samples::few)) {
            Samples.full(fresh.storage, 4);
            String progress = "Search by meaning: 6 of 10 papers ready";
            assertThat(fresh.get("/papers").body()).contains(progress);
            fresh.embedAll();
            fresh.clock.moveTo(PageHouse.NOW.plusSeconds(4));
            assertThat(fresh.get("/papers").body()).contains(progress);
            fresh.clock.moveTo(PageHouse.NOW.plusSeconds(5));
            assertThat(fresh.get("/papers").body()).doesNotContain("Search by meaning");
        }
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        return from < 0
                ? ""
                : text.substring(from + start.length(), text.indexOf(end, from + start.length()));
    }
}
