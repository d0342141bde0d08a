package org.broadsheet.server.sources.arxiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.server.sources.arxiv.MadeOai.DAY;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.broadsheet.contract.PlayedWeb;
import org.broadsheet.contract.SourceContract;
import org.broadsheet.paper.PaperId;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.Web;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArxivOaiTest implements SourceContract {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2025-11-08T12:00:00Z"));

    private final ArxivOai source = new ArxivOai(URI.create("http://127.0.0.1/oai"), CLOCK);

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Web web() {
        return new PlayedWeb(address -> PlayedWeb.answer("text/xml", played(address.getQuery())));
    }

    private static String played(String query) {
        if (query.contains("identifier=oai:arXiv.org:2511.00001")) {
            return MadeOai.page("<GetRecord>" + MadeOai.record(1, DAY) + "</GetRecord>");
        }
        if (query.contains("verb=GetRecord")) {
            return MadeOai.error("idDoesNotExist", "no such");
        }
        return query.contains("resumptionToken=p2")
                ? MadeOai.page(MadeOai.records(10, 15, DAY), "")
                : MadeOai.page(MadeOai.records(0, 10, DAY), "p2");
    }

    @Override
    public Place place() {
        return Place.from(DAY, DAY, List.of("cs"));
    }

    @Override
    public Optional<PaperId> known() {
        return Optional.of(PaperId.of("2511.00001"));
    }

    @Override
    public Optional<PaperId> unknown() {
        return Optional.of(PaperId.of("2511.99999"));
    }

    @Test
    void itAsksForTheDaysAndTheSetAndThenOnlyForTheToken() throws Exception {
        PlayedWeb web = (PlayedWeb) web();
        Page first = source.read(place(), web);
        source.read(place().at(first.next().orElseThrow()), web);

        assertThat(web.asked())
                .extracting(URI::getQuery)
                .containsExactly(
                        "verb=ListRecords&metadataPrefix=arXivRaw&from=2025-11-07&until=2025-11-07&set=cs",
                        "verb=ListRecords&resumptionToken=p2");
    }

    @Test
    void severalSetsAreOneListing() throws Exception {
        Place place = Place.from(DAY, null, List.of("cs", "math.CO"));
        PlayedWeb web = PlayedWeb.always("text/xml", MadeOai.page(List.of(), ""));
        Page first = source.read(place, web);
        Page second = source.read(place.at(first.next().orElseThrow()), web);

        assertThat(second.next()).isEmpty();
        assertThat(web.asked().getLast().getQuery()).endsWith("&set=math:math:CO");
    }

    @ParameterizedTest
    @CsvSource({
        "cs, cs",
        "cs.LG, cs:cs:LG",
        "hep-th, physics:hep-th",
        "physics:hep-th, physics:hep-th",
        "astro-ph.GA, physics:astro-ph:GA",
        "q-bio.NC, q-bio:q-bio:NC",
        "physics.optics, physics:physics:optics"
    })
    void aCategoryIsASet(String part, String set) {
        assertThat(ArxivOai.set(part)).isEqualTo(set);
    }

    @Test
    void noRecordsMatchIsAnEmptyPage() throws Exception {
        Page page =
                source.read(
                        place(), PlayedWeb.always("text/xml", MadeOai.error("noRecordsMatch", "")));

        assertThat(page.readings()).isEmpty();
        assertThat(page.isWhole()).isTrue();
        assertThat(page.next()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "badArgument, OTHERWISE",
        "badResumptionToken, ANEW",
        "badVerb, OTHERWISE",
        "cannotDisseminateFormat, OTHERWISE",
        "idDoesNotExist, OTHERWISE",
        "noMetadataFormats, OTHERWISE",
        "noSetHierarchy, OTHERWISE",
        "neverHeardOf, OTHERWISE"
    })
    void everyErrorOfTheProtocolIsTroubleWithItsRemedy(String code, SourceTrouble.Remedy remedy) {
        PlayedWeb web = PlayedWeb.always("text/xml", MadeOai.error(code, "said so"));

        assertThatThrownBy(() -> source.read(place(), web))
                .isInstanceOfSatisfying(
                        SourceTrouble.class,
                        trouble -> assertThat(trouble.remedy()).isEqualTo(remedy))
                .hasMessage("it answered " + code + ": said so");
    }

    @Test
    void aTokenOfAnotherListingMeansBeginningAnew() {
        assertThatThrownBy(() -> source.read(place().at("7:x"), web()))
                .isInstanceOfSatisfying(
                        SourceTrouble.class,
                        trouble ->
                                assertThat(trouble.remedy()).isEqualTo(SourceTrouble.Remedy.ANEW));
    }

    @Test
    void aBrokenPageTellsSoAndKeepsItsFirstRecords() throws Exception {
        String page = MadeOai.page(MadeOai.records(0, 4, DAY), "p2");
        Page read =
                source.read(
                        place(),
                        PlayedWeb.always("text/xml", page.substring(0, page.length() / 2)));

        assertThat(read.isWhole()).isFalse();
        assertThat(read.readings()).isNotEmpty();
    }
}
