package org.broadsheet.server.sources.arxiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.contract.PlayedWeb;
import org.broadsheet.contract.SourceContract;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Fact;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Listings made after arXiv's documentation of its RSS.
class ArxivRssTest implements SourceContract {
    private static final LocalDate DAY = LocalDate.of(2025, 11, 7);
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2025-11-07T12:00:00Z"));

    private final ArxivRss source = new ArxivRss(URI.create("http://127.0.0.1/rss"), CLOCK);

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Web web() {
        return PlayedWeb.always(
                "application/rss+xml",
                feed(
                        item(1, "new"),
                        item(2, "cross"),
                        item(3, "replace"),
                        item(4, "replace-cross")));
    }

    private static String feed(String... items) {
        return """
        <?xml version='1.0' encoding='UTF-8'?>
        <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/"
         xmlns:atom="http://www.w3.org/2005/Atom" version="2.0"><channel>
        <title>cs.DS updates on arXiv.org</title><link>http://rss.arxiv.org/rss/cs.DS</link>
        <atom:link href="http://rss.arxiv.org/rss/cs.DS" rel="self" type="application/rss+xml"/>
        <pubDate>Fri, 07 Nov 2025 00:00:00 -0500</pubDate>
        <skipDays><day>Sunday</day><day>Saturday</day></skipDays>
        %s</channel></rss>
        """
                .formatted(String.join("", items));
    }

    private static String item(int n, String announced) {
        return """
        <item><title>Counting to %d</title><link>https://arxiv.org/abs/%s</link>
        <description>arXiv:%sv1 Announce Type: %s
        Abstract: We count $\\alpha$ &lt; $\\beta$.</description>
        <guid isPermaLink="false">oai:arXiv.org:%sv1</guid>
        <category>cs.DS</category><category>math.CO</category>
        <pubDate>Fri, 07 Nov 2025 00:00:00 -0500</pubDate>
        <arxiv:announce_type>%s</arxiv:announce_type>
        <dc:rights>http://arxiv.org/licenses/nonexclusive-distrib/1.0/</dc:rights>
        <dc:creator>Ada Counter, Emmy Number (Here)</dc:creator></item>
        """
                .formatted(n, MadeOai.id(n), MadeOai.id(n), announced, MadeOai.id(n), announced);
    }

    @Override
    public Place place() {
        return Place.from(DAY, DAY, List.of("cs.DS"));
    }

    @Override
    public Optional<PaperId> known() {
        return Optional.empty();
    }

    @Override
    public Optional<PaperId> unknown() {
        return Optional.of(PaperId.of(MadeOai.id(1)));
    }

    private List<Reading> readings(String feed) throws Exception {
        return source.read(place(), PlayedWeb.always("application/rss+xml", feed)).readings();
    }

    private Paper paper(String feed) throws Exception {
        return ((Statement) readings(feed).getFirst()).paper();
    }

    @Test
    void aNewPaperIsReadWhole() throws Exception {
        Paper paper = paper(feed(item(1, "new")));

        assertThat(paper.id()).isEqualTo(PaperId.of(MadeOai.id(1)));
        assertThat(paper.abstractText()).isEqualTo("We count $\\alpha$ < $\\beta$.");
        assertThat(paper.authors())
                .extracting(Author::name)
                .containsExactly("Ada Counter", "Emmy Number");
        assertThat(paper.categories()).containsExactly("cs.DS", "math.CO");
        assertThat(paper.versions()).containsExactly(new Version(1, DAY));
        assertThat(paper.published()).isEqualTo(DAY);
        assertThat(paper.origins().values()).containsOnly(new Origin(SourceName.ARXIV_RSS, DAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross", "replace", "replace-cross"})
    void ofAnotherAnnouncementNoVersionAndNoDayIsStated(String announced) throws Exception {
        Paper paper = paper(feed(item(1, announced)));

        assertThat(paper.title()).isEqualTo("Counting to 1");
        assertThat(paper.origins()).doesNotContainKeys(Fact.VERSIONS, Fact.PUBLISHED);
    }

    @Test
    void anUnknownAnnouncementIsSetAside() throws Exception {
        Reading reading = readings(feed(item(1, "retract"))).getFirst();

        assertThat(((Reading.SetAside) reading).reject().reason())
                .contains("\"retract\"", "new, cross, replace, replace-cross");
    }

    @Test
    void theTypeInTheDescriptionServesWhereTheElementIsMissing() throws Exception {
        String item =
                item(1, "new").replaceAll("<arxiv:announce_type>.*?</arxiv:announce_type>", "");

        assertThat(paper(feed(item)).versions()).hasSize(1);
    }

    @Test
    void twoThousandItemsAreOnePage() throws Exception {
        String items =
                IntStream.range(0, 2_000)
                        .mapToObj(n -> item(n, "new"))
                        .collect(Collectors.joining());
        Page page = source.read(place(), PlayedWeb.always("application/rss+xml", feed(items)));

        assertThat(page.readings()).hasSize(2_000);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void aQuietDayIsAnEmptyPage() throws Exception {
        assertThat(readings(feed())).isEmpty();
    }

    @Test
    void categoriesAreAskedForTogether() throws Exception {
        PlayedWeb web = (PlayedWeb) web();
        source.read(Place.from(DAY, DAY, List.of("cs.DS", "math")), web);

        assertThat(web.asked()).containsExactly(URI.create("http://127.0.0.1/rss/cs.DS+math"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "cs.DS?x", "CS", "cs/DS"})
    void whatIsNoCategoryIsNotAskedFor(String part) {
        assertThatThrownBy(() -> source.read(Place.from(DAY, DAY, List.of(part)), web()))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageContaining("is no category of arXiv");
    }

    @Test
    void entityBombsAreRefused() throws Exception {
        String bomb =
                feed(item(1, "new"))
                        .replace("<rss", "<!DOCTYPE rss [<!ENTITY a \"aaaa\">]><rss")
                        .replace("Counting", "&a;");

        assertThatThrownBy(() -> readings(bomb)).hasMessageContaining("document type");
    }
}
