package org.broadsheet.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.broadsheet.edition.Submission;
import org.broadsheet.paper.Link;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperBuilder;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.storage.Storage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireOverHttpTest {
    /// The day of [PageHouse#NOW] is the 9th; papers are published from then on backwards.
    private static final LocalDate DAY = LocalDate.of(2025, 11, 9);

    private static final Pattern HEADLINE = Pattern.compile("<li data-paper=\"([^\"]+)\"");

    private PageHouse house;

    @BeforeAll
    void open() {
        house = PageHouse.with(WireOverHttpTest::fill);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static void fill(Storage storage) {
        List<Paper> papers = new ArrayList<>();
        for (int n = 0; n < 130; n++) {
            SourceName source = n % 2 == 0 ? SourceName.ARXIV_OAI : SourceName.HOSTED_DAILY;
            PaperBuilder paper =
                    Paper.of(id(n), "Title number " + n, new Origin(source, DAY))
                            .abstractText(n % 10 == 0 ? "Sheep are counted." : "Goats are weighed.")
                            .categories(List.of(n % 5 == 0 ? "cs.CV" : "cs.LG"))
                            .published(DAY.minusDays(n));
            if (n % 3 == 0) {
                paper.link(new Link(Link.Kind.CODE, "https://github.com/a/" + n));
            }
            papers.add(paper.build());
        }
        storage.papers().keep(papers);
        storage.editions()
                .submit(
                        List.of(
                                new Submission(
                                        id(0), DAY.minusDays(3), PageHouse.NOW, "", "reader")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/wire?words=counting+sheep&cat=cs.CV|0 10 20 30 40 50 60 70 80 90 100 110 120",
                "/wire?words=sheep&has=code|0 30 60 90 120",
                "/wire?from=2025-11-05&to=2025-11-07|2 3 4",
                "/wire?to=2025-11-07&from=2025-11-05&source=arxiv-oai|2 4",
                "/wire?from=2025-11-08&edition=none|1",
                "/wire?from=2025-11-07&cat=&words=&source=&to=&edition=|0 1 2",
                "/wire?has=run&from=2025-11-01|",
                "/wire?words=wolves|"
            })
    void theWireIsNarrowedByWhatIsAsked(String path, String wanted) throws Exception {
        HttpResponse<String> page = house.get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        List<String> ids =
                wanted == null
                        ? List.of()
                        : Pattern.compile(" ")
                                .splitAsStream(wanted)
                                .map(n -> id(Integer.parseInt(n)).value())
                                .toList();
        assertThat(shown(page)).isEqualTo(ids);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetitionAndKeepWhatWasAsked() throws Exception {
        List<String> read = new ArrayList<>();
        String path = "/wire?words=goats";
        while (!path.isEmpty()) {
            HttpResponse<String> page = house.get(path);
            read.addAll(shown(page));
            var next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page.body());
            path = next.find() ? next.group(1).replace("&amp;", "&") : "";
            assertThat(path).matches("|/wire\\?words=goats&cursor=.*");
        }
        assertThat(read).hasSize(117).doesNotHaveDuplicates();
    }

    @Test
    void theFormShowsWhatWasAsked() throws Exception {
        String page =
                house.get("/wire?words=a+%22b%22&has=code&edition=none&source=doi&from=2025-01-02")
                        .body();
        assertThat(page)
                .contains("value=\"a &#34;b&#34;\"")
                .contains("name=\"has\" value=\"code\" checked")
                .contains("name=\"edition\" value=\"none\" checked")
                .contains("<option value=\"doi\" selected>")
                .contains("type=\"date\" value=\"2025-01-02\"")
                .doesNotContain("value=\"run\" checked");
    }

    @Test
    void whereNothingFitsThePageSaysWhatToDo() throws Exception {
        assertThat(house.get("/wire?words=wolves").body())
                .contains("No papers fit")
                .contains("/papers?q=wolves")
                .contains("href=\"/wire\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/wire?source=nowhere|arxiv-oai",
                "/wire?has=wings|code or run",
                "/wire?edition=first|none",
                "/wire?from=yesterday|2025-11-07",
                "/wire?from=2025-11-07&to=2025-11-01|lies after"
            })
    void whatCannotBeAskedIsAnsweredWithWhatCan(String path, String accepted) throws Exception {
        HttpResponse<String> page = house.get(path);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains(accepted);
    }

    @Test
    void aCuratorPutsIntoTheOpenEditionAndTakesOut() throws Exception {
        String paper = id(9).value();
        assertThat(house.get("/papers/" + paper).body()).contains("name=\"decision\"");
        HttpResponse<String> put = decide(paper, "in");
        assertThat(put.statusCode()).isEqualTo(303);
        assertThat(put.headers().firstValue("Location").orElse(""))
                .endsWith("/papers/" + paper + "#edition");
        assertThat(house.get("/papers/date/2025-11-09").body())
                .contains("Put in by a curator.")
                .contains(paper);
        assertThat(house.get("/papers/" + paper).body()).contains("a curator put it in");
        decide(paper, "out");
        assertThat(house.get("/papers/" + paper).body()).contains("Kept out of the edition");
        assertThat(house.storage.editions().of(id(9))).isEmpty();
        decide(paper, "editor");
        assertThat(house.get("/papers/" + paper).body()).doesNotContain("Kept out");
    }

    @Test
    void aDecisionThatIsNoneIsRefusedAndAnUnknownPaperIsNotThere() throws Exception {
        assertThat(decide(id(9).value(), "maybe").statusCode()).isEqualTo(400);
        assertThat(decide("2001.00001", "in").statusCode()).isEqualTo(404);
    }

    @Test
    void whoMayNotCurateIsOfferedNothingAndRefused() throws Exception {
        try (PageHouse open = PageHouse.readOnly(WireOverHttpTest::fill)) {
            String paper = id(9).value();
            assertThat(open.get("/papers/" + paper).body()).doesNotContain("name=\"decision\"");
            assertThat(open.post("/wire/decisions", "decision=in&paper=" + paper).statusCode())
                    .isEqualTo(403);
            assertThat(open.storage.editions().of(id(9))).isEmpty();
        }
    }

    private HttpResponse<String> decide(String paper, String decision) throws Exception {
        return house.post("/wire/decisions", "paper=" + paper + "&decision=" + decision);
    }

    private static List<String> shown(HttpResponse<String> page) {
        return HEADLINE.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private static PaperId id(int n) {
        return PaperId.of("2511.%05d".formatted(n));
    }
}
