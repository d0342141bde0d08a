package org.broadsheet.server.sources.arxiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.contract.PlayedWeb;
import org.broadsheet.contract.SharedData;
import org.broadsheet.contract.SourceContract;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.paper.Version;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArxivApiTest implements SourceContract {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 7);
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));
    private static final int PAPERS = 130;

    private final ArxivApi source = new ArxivApi(URI.create("http://127.0.0.1/api/query"), CLOCK);

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Web web() {
        return new PlayedWeb(address -> PlayedWeb.answer("application/atom+xml", played(address)));
    }

    private static String played(URI address) {
        Matcher asked =
                Pattern.compile(
                                "search_query=(.*)&id_list=(.*)&sortBy.*&start=(\\d+)&max_results=(\\d+)")
                        .matcher(address.getQuery());
        assertThat(asked.matches()).isTrue();
        if (!asked.group(2).isEmpty()) {
            int known = asked.group(2).equals(MadeOai.id(1)) ? 1 : 0;
            return feed(IntStream.range(1, 1 + known), 1);
        }
        int start = Integer.parseInt(asked.group(3));
        int end = Math.min(PAPERS, start + Integer.parseInt(asked.group(4)));
        return feed(IntStream.range(start, end), PAPERS);
    }

    private static String feed(IntStream papers, int total) {
        return feed(papers.mapToObj(ArxivApiTest::entry).collect(Collectors.joining()), total);
    }

    private static String feed(String entries, int total) {
        return """
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"
         xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
        <id>https://arxiv.org/api/x</id><updated>2025-11-07T00:00:00Z</updated>
        <opensearch:totalResults>%d</opensearch:totalResults>
        %s</feed>
        """
                .formatted(total, entries);
    }

    private static String entry(int n) {
        return """
        <entry><id>http://arxiv.org/abs/%sv2</id><title>Counting to %d
          again</title><updated>2025-11-06T17:00:00Z</updated>
        <link href="https://arxiv.org/abs/x" rel="alternate" type="text/html"/>
        <summary>We count $\\alpha$ &amp; on.</summary>
        <category term="math.CO"/><category term="cs.DS"/><category term="11B39, 05A15"/>
        <published>2025-11-03T17:00:00Z</published><arxiv:comment>%d pages</arxiv:comment>
        <arxiv:doi>10.1000/count</arxiv:doi><arxiv:journal_ref>J. Count.</arxiv:journal_ref>
        <arxiv:primary_category term="cs.DS"/>
        <author><name>Ada Counter</name><arxiv:affiliation>Here</arxiv:affiliation></author>
        <author><name>Emmy Number</name></author></entry>
        """
                .formatted(MadeOai.id(n), n, n);
    }

    @Override
    public Place place() {
        return Place.from(DAY.minusDays(7), DAY, List.of("cs.DS"));
    }

    @Override
    public Optional<PaperId> known() {
        return Optional.of(PaperId.of(MadeOai.id(1)));
    }

    @Override
    public Optional<PaperId> unknown() {
        return Optional.of(PaperId.of("2511.99999"));
    }

    @Test
    void anEntryIsReadWhole() throws Exception {
        Paper paper = source.find(PaperId.of(MadeOai.id(1)), web()).orElseThrow().paper();

        assertThat(paper.title()).isEqualTo("Counting to 1 again");
        assertThat(paper.abstractText()).isEqualTo("We count $\\alpha$ & on.");
        assertThat(paper.authors())
                .extracting(Author::name)
                .containsExactly("Ada Counter", "Emmy Number");
        assertThat(paper.categories()).containsExactly("cs.DS", "math.CO");
        assertThat(paper.published()).isEqualTo(LocalDate.of(2025, 11, 3));
        assertThat(paper.versions()).isEmpty();
        assertThat(paper.reference().doi()).isEqualTo("10.1000/count");
        assertThat(paper.origins().values())
                .containsOnly(new Origin(SourceName.ARXIV_API, LocalDate.of(2025, 11, 6)));
    }

    @Test
    void itAsksForTheDaysAndTheCategories() throws Exception {
        PlayedWeb web = (PlayedWeb) web();
        source.read(Place.from(DAY, DAY, List.of("cs.DS", "ti:count+AND+au:ada")), web);

        assertThat(web.asked().getFirst().getQuery())
                .startsWith(
                        "search_query=(cat:cs.DS+OR+ti:count+AND+au:ada)+AND+lastUpdatedDate:[202511070000+TO+202511072359]&id_list=&");
    }

    @Test
    void idsAreAskedForByTheirList() throws Exception {
        PlayedWeb web = (PlayedWeb) web();
        source.read(Place.from(DAY, DAY, List.of("2511.00001", "cs/9809007")), web);

        assertThat(web.asked().getFirst().getQuery())
                .startsWith("search_query=&id_list=2511.00001,cs/9809007&");
    }

    @Test
    void aCountThatIsZeroInTheMidstOfAListDoesNotEndIt() throws Exception {
        PlayedWeb web =
                new PlayedWeb(address ->
                        PlayedWeb.answer(
                                "application/atom+xml",
                                played(address).replace("totalResults>130<", "totalResults>0<")));
        Page page = source.read(place(), web);

        assertThat(page.readings()).hasSize(ArxivApi.PAGE);
        assertThat(page.next()).hasValue("100");
    }

    @Test
    void anEmptySliceBeforeTheEndIsAskedForAgainAndNotTheEnd() {
        assertThatThrownBy(() ->
                        source.read(
                                place().at("100"),
                                PlayedWeb.always("application/atom+xml", feed("", 130))))
                .isInstanceOfSatisfying(
                        SourceTrouble.class,
                        trouble ->
                                assertThat(trouble.remedy()).isEqualTo(SourceTrouble.Remedy.AGAIN));
    }

    @Test
    void anEntryThatCannotBeReadIsSetAsideAndTheRestGoesOn() throws Exception {
        String entries =
                entry(1).replace("<title>", "<oops>").replace("</title>", "</oops>")
                        + entry(2).replace("2025-11-03T", "2099-01-01T")
                        + entry(3).replace("abs/" + MadeOai.id(3), "abs/2511.3")
                        + entry(4);
        Page page =
                source.read(place(), PlayedWeb.always("application/atom+xml", feed(entries, 4)));

        assertThat(page.readings().stream().map(ArxivApiTest::reason))
                .satisfiesExactly(
                        one -> assertThat(one).isEqualTo("it has no title"),
                        two -> assertThat(two).contains("2099-01-01, which is after today"),
                        three -> assertThat(three).contains("not a paper id"),
                        four -> assertThat(four).isEmpty());
    }

    private static String reason(Reading reading) {
        return reading instanceof Reading.SetAside(var reject) ? reject.reason() : "";
    }

    @Test
    void theRecordedQueriesAreReadEntryByEntry() throws Exception {
        int entries = 0;
        for (JsonNode recording : recordings()) {
            if (recording.get("status_code").asInt() == 200) {
                Page page = source.read(place(), playing(recording));
                assertThat(page.isWhole()).isTrue();
                assertThat(page.readings())
                        .as("of %s", recording.get("url"))
                        .allMatch(Statement.class::isInstance);
                entries += page.readings().size();
            }
        }
        assertThat(entries).isGreaterThan(200);
    }

    @Test
    void theRecordedAnswersForIdsAreFoundOrNot() throws Exception {
        assertThat(recorded("1707.08567"))
                .hasValueSatisfying(paper -> {
                    assertThat(paper.authors()).hasSizeGreaterThan(30);
                    assertThat(paper.versions())
                            .containsExactly(new Version(1, LocalDate.of(2017, 7, 27)));
                });
        assertThat(recorded("astro-ph/0601001")).isPresent();
        assertThat(recorded("quant-ph/0201082")).isPresent();
        assertThat(recorded("2104.12255")).isPresent();
    }

    @Test
    void theRecordedErrorIsToldInItsOwnWords() throws Exception {
        JsonNode error =
                recordings().stream()
                        .filter(one -> one.get("url").asString().contains("id_list=abc"))
                        .findFirst()
                        .orElseThrow();

        assertThatThrownBy(() -> source.read(place(), playing(error)))
                .isInstanceOf(SourceTrouble.class)
                .hasMessage("it answered: incorrect id format for abc");
    }

    private Optional<Paper> recorded(String id) throws Exception {
        JsonNode recording =
                recordings().stream()
                        .filter(one -> {
                            String url = one.get("url").asString();
                            return url.contains("id_list=" + id.replace("/", "%2F") + "&")
                                    || url.contains("id_list=" + id.replace("/", "%2F") + "v1&");
                        })
                        .findFirst()
                        .orElseThrow();
        return source.find(PaperId.of(id), playing(recording)).map(Statement::paper);
    }

    private static PlayedWeb playing(JsonNode recording) {
        return PlayedWeb.always("application/atom+xml", recording.get("body").asString());
    }

    private static List<JsonNode> recordings() throws IOException {
        JsonMapper json = new JsonMapper();
        try (Stream<Path> files = Files.list(SharedData.require("arxiv/atom"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> json.readTree(file.toFile()))
                    .toList();
        }
    }
}
