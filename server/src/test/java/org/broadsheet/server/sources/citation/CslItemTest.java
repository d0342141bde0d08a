package org.broadsheet.server.sources.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.paper.Author;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.SourceName;
import org.broadsheet.source.Reject;
import org.broadsheet.source.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// All items here are invented.
class CslItemTest {
    private static Statement read(String json) {
        ObjectNode item = (ObjectNode) JsonMapper.shared().readTree(json);
        return CslItem.read(
                item,
                SourceName.CITATION_FILE,
                LocalDate.of(2026, 6, 1),
                why -> new Reject("made", "item", why, json, Cited.NOW));
    }

    @Test
    void anItemOfAReferenceManagerIsRead() {
        Statement told =
                read(
                        """
                        {"id": "walker2024", "type": "article-journal", "title": "Idle <i>walks</i>",
                         "author": [{"family": "Heide", "given": "Emil", "non-dropping-particle": "von der"},
                                    {"family": "One", "given": "Ada", "suffix": "Jr."},
                                    {"literal": "The Walk Group"}],
                         "issued": {"date-parts": [["2024", 3]]}, "container-title": "J. of Walks",
                         "DOI": "10.1000/WALK.7", "URL": "http://arxiv.org/abs/2403.10500v2",
                         "keyword": "walks, machines", "abstract": "We walk."}
                        """);

        Paper paper = told.paper();
        assertThat(paper.id()).isEqualTo(PaperId.of("2403.10500"));
        assertThat(told.aliases()).containsExactly(PaperId.of("doi:10.1000/walk.7"));
        assertThat(paper.title()).isEqualTo("Idle walks");
        assertThat(paper.authors())
                .extracting(Author::name)
                .isEqualTo(List.of("Emil von der Heide", "Ada One Jr.", "The Walk Group"));
        assertThat(paper.published()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(paper.keywords()).containsExactly("walks", "machines");
    }

    @Test
    void anAnswerOfAResolverIsRead() {
        Paper paper =
                read("""
                {"DOI": "10.1000/x", "title": ["A &amp; B"], "container-title": ["J"],
                 "abstract": "<jats:title>Abstract</jats:title><jats:p>If a &lt; b, we walk.</jats:p>",
                 "issued": {"date-parts": [[2024, 3, 5]]}, "author": [{"name": "A Group"}]}
                """)
                        .paper();

        assertThat(paper.title()).isEqualTo("A & B");
        assertThat(paper.abstractText()).isEqualTo("Abstract\n\nIf a < b, we walk.");
        assertThat(paper.reference().journal()).isEqualTo("J");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"raw\": \"5 March 2024\"} | 2024-03-05",
                "{\"raw\": \"2024-03-05\"} | 2024-03-05",
                "{\"literal\": \"Spring 2024\"} | 2024-01-01",
                "{\"date-parts\": [[2024, 3, 5], [2024, 4, 1]]} | 2024-03-05",
                "{\"date-parts\": [[2024]], \"season\": 2} | 2024-01-01",
                "\"March 2024\" | 2024-03-01",
            })
    void datesAreReadInAllTheirForms(String issued, LocalDate day) {
        assertThat(read("{\"title\": \"T\", \"issued\": %s}".formatted(issued)).paper().published())
                .isEqualTo(day);
    }
}
