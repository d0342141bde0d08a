package org.broadsheet.server.sources.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.contract.SourceContract;
import org.broadsheet.paper.PaperId;
import org.broadsheet.source.Page;
import org.broadsheet.source.Place;
import org.broadsheet.source.Reading;
import org.broadsheet.source.Source;
import org.broadsheet.source.SourceTrouble;
import org.broadsheet.source.Statement;
import org.broadsheet.source.Web;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Answers made after https://citation.doi.org/docs.html; all papers are invented.
class DoiResolverTest implements SourceContract {
    private static final String CSL = "application/vnd.citationstyles.csl+json";

    private final Service service =
            new Service()
                    .with(
                            "/10.1000/walk.1",
                            CSL,
                            """
                            {"type": "article-journal", "DOI": "10.1000/WALK.1", "title": "Idle walks",
                             "author": [{"given": "Ada", "family": "One"}],
                             "issued": {"date-parts": [[2025, 3]]}, "container-title": "J. of Walks",
                             "URL": "https://doi.org/10.1000/walk.1"}
                            """)
                    .with(
                            "/10.1000/walk.2",
                            CSL,
                            """
                            {"type": "posted-content", "DOI": "10.1000/walk.2", "title": ["More walks"],
                             "issued": {"date-parts": [[2025]]}, "URL": "https://arxiv.org/abs/2503.10500"}
                            """)
                    .with("/10.1000/nameless", CSL, "{\"DOI\": \"10.1000/nameless\"}")
                    .with("/10.48550/arXiv.2503.10501", CSL, "{\"title\": \"Of arXiv\"}");

    private final DoiResolver source = new DoiResolver(service.base(), Service.CLOCK);

    @AfterEach
    void stop() {
        service.close();
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Web web() {
        return service;
    }

    @Override
    public Place place() {
        return of("10.1000/walk.1", "https://doi.org/10.1000/WALK.2");
    }

    private static Place of(String... dois) {
        return Place.from(LocalDate.EPOCH, null, List.of(dois));
    }

    @Override
    public Optional<PaperId> known() {
        return Optional.of(PaperId.of("doi:10.1000/walk.2"));
    }

    @Override
    public Optional<PaperId> unknown() {
        return Optional.of(PaperId.of("doi:10.1000/nowhere"));
    }

    @Test
    void cslJsonIsAskedFor() throws Exception {
        source.find(PaperId.of("doi:10.1000/walk.1"), service);
        assertThat(service.accepted()).containsExactly(CSL);
    }

    @Test
    void otherIdsOfThePaperAreTold() throws Exception {
        Statement told = source.find(PaperId.of("doi:10.1000/walk.2"), service).orElseThrow();
        assertThat(told.aliases()).containsExactly(PaperId.of("2503.10500"));
    }

    @Test
    void arxivsDoisAreThePapersOfArxiv() throws Exception {
        Page page = source.read(of("10.48550/ARXIV.2503.10501"), service);
        assertThat(page.readings())
                .singleElement()
                .isInstanceOfSatisfying(
                        Statement.class,
                        told -> assertThat(told.paper().id()).isEqualTo(PaperId.of("2503.10501")));
    }

    @Test
    void aDoiThatIsUnknownNamelessOrNoneIsSetAside() throws Exception {
        for (String doi : List.of("10.1000/nowhere", "10.1000/nameless", "nonsense")) {
            Page page = source.read(of(doi), service);
            assertThat(page.readings()).singleElement().isInstanceOf(Reading.SetAside.class);
        }
        assertThatThrownBy(() -> source.find(PaperId.of("doi:10.1000/nameless"), service))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageContaining("no title");
    }

    @Test
    void withoutDoisItSaysWhatItNeeds() {
        assertThatThrownBy(() -> source.read(of(), service))
                .isInstanceOf(SourceTrouble.class)
                .hasMessageContaining("name DOIs");
    }
}
