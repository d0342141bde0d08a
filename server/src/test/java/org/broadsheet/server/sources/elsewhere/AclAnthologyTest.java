package org.broadsheet.server.sources.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.broadsheet.contract.PlayedWeb;
import org.broadsheet.contract.SourceContract;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Paper;
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

/// Files made after the Anthology's schema
/// (https://github.com/acl-org/acl-anthology/blob/master/data/xml/schema.rnc); all papers are
/// invented.
class AclAnthologyTest implements SourceContract {
    private static final String NEW =
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <collection id="2024.walk">
              <volume id="long" ingest-date="2024-08-01" type="proceedings">
                <meta>
                  <booktitle>Proceedings of the 3rd Walk</booktitle>
                  <editor><first>Ed</first><last>Itor</last></editor>
                  <month>August</month><year>2024</year>
                  <url hash="x">2024.walk-long</url>
                </meta>
                <frontmatter><url>2024.walk-long.0</url><bibkey>walk-2024</bibkey></frontmatter>
                <paper id="1">
                  <title><fixed-case>BERT</fixed-case> walks on <tex-math>\\mathbb{Z}^2</tex-math> &amp; on</title>
                  <author><first>Ada</first><last>One</last></author>
                  <author><last>王伟</last><variant script="latn"><first>Wei</first><last>Wang</last></variant></author>
                  <abstract>We walk <i>idly</i>.</abstract>
                  <url hash="y">2024.walk-long.1</url>
                  <doi>10.18653/v1/2024.walk-long.1</doi>
                  <bibkey>one-wang-2024-bert</bibkey>
                </paper>
                <paper id="2"><author><first>No</first><last>Title</last></author></paper>
              </volume>
              <volume id="short" ingest-date="2025-01-09">
                <meta><booktitle>Short Walks</booktitle><year>2024</year></meta>
                <paper id="7"><title>A short walk</title></paper>
              </volume>
            </collection>
            """;
    private static final String OLD =
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <collection id="W19">
              <volume id="1">
                <meta><booktitle>Old walks</booktitle><year>2019</year></meta>
                <paper id="12"><title>An old walk</title></paper>
              </volume>
            </collection>
            """;

    private final Service service =
            new Service()
                    .with("/2024.walk.xml", "text/plain; charset=utf-8", NEW)
                    .with("/W19.xml", "text/plain", OLD);

    private final AclAnthology source = new AclAnthology(service.base(), Service.CLOCK);

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
        return Place.from(LocalDate.EPOCH, null, List.of("2024.walk", "W19"));
    }

    @Override
    public Optional<PaperId> known() {
        return Optional.of(PaperId.of("acl:W19-0112"));
    }

    @Override
    public Optional<PaperId> unknown() {
        return Optional.of(PaperId.of("acl:2024.walk-long.99"));
    }

    @Test
    void aPaperIsReadWithAllItsFacts() throws Exception {
        Statement told = source.find(PaperId.of("acl:2024.walk-long.1"), service).orElseThrow();
        Paper paper = told.paper();
        assertThat(paper.title()).isEqualTo("BERT walks on $\\mathbb{Z}^2$ & on");
        assertThat(paper.authors()).extracting(Author::name).containsExactly("Ada One", "王伟");
        assertThat(paper.abstractText()).isEqualTo("We walk idly.");
        assertThat(paper.published()).isEqualTo(LocalDate.of(2024, 8, 1));
        assertThat(paper.reference().journal()).isEqualTo("Proceedings of the 3rd Walk");
        assertThat(told.aliases()).containsExactly(PaperId.of("doi:10.18653/v1/2024.walk-long.1"));
    }

    @Test
    void onlyVolumesThatWereTakenInWithinTheDaysAreRead() throws Exception {
        Place place =
                Place.from(
                        LocalDate.of(2024, 7, 1), LocalDate.of(2024, 12, 31), List.of("2024.walk"));
        assertThat(source.read(place, service).readings()).hasSize(2);
    }

    @Test
    void aPaperWithoutTitleIsSetAsideAndTheRestGoesOn() throws Exception {
        Page page = source.read(place(), service);
        assertThat(page.readings()).hasSize(3);
        assertThat(page.readings().get(1))
                .isInstanceOfSatisfying(
                        Reading.SetAside.class,
                        aside -> {
                            assertThat(aside.reject().reason()).isEqualTo("it has no title");
                            assertThat(aside.reject().place())
                                    .isEqualTo("2024.walk, volume long, paper 2");
                        });
    }

    @Test
    void anUnknownPaperAndAnUnknownCollectionAreNotFound() throws Exception {
        assertThat(source.find(PaperId.of("acl:2023.walk-long.1"), service)).isEmpty();
        assertThat(source.find(PaperId.of("acl:../../etc/passwd-1"), service)).isEmpty();
    }

    @Test
    void documentTypesAndEntitiesAreRefused() {
        for (String xml :
                List.of(
                        "<!DOCTYPE c [<!ENTITY a \"aaa\"><!ENTITY b \"&a;&a;&a;\">]><collection><volume id='1'><paper id='1'><title>&b;</title></paper></volume></collection>",
                        "<!DOCTYPE c SYSTEM \"file:///etc/passwd\"><collection/>",
                        "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><collection><volume id='1'><paper id='1'><title>&x;</title></paper></volume></collection>",
                        "<collection><volume id='1'><paper id='1'><title>&undefined;</title></paper></volume></collection>",
                        "<other/>")) {
            assertThatThrownBy(() -> source.read(place(), PlayedWeb.always("text/xml", xml)))
                    .isInstanceOf(SourceTrouble.class);
        }
    }
}
