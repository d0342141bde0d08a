package org.broadsheet.server.sources.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.broadsheet.paper.PaperId;
import org.junit.jupiter.api.Test;

/// All references here are invented.
class RisReadingsTest {
    private static final String WHOLE =
            """
            TY  - JOUR
            AU  - Walker, Ada
            AU  - Noether, Emmy, Jr.
            A1  - The Walk Group
            TI  - Idle walks,
            taken twice
            AB  - We walk.
            PY  - 2023/05/17/
            JO  - J. of Walks
            DO  - https://doi.org/10.1000/WALK.7
            UR  - https://arxiv.org/abs/2305.10500v1
            KW  - walks
            KW  - machines; more
            ER  -\s
            """;

    private static Cited read(String text) {
        return Cited.by(RisReadings::new, text);
    }

    @Test
    void aReferenceIsReadWithAllItsFacts() {
        Cited read = read(WHOLE);

        assertThat(read.ids()).containsExactly("2305.10500");
        assertThat(read.statements().getFirst().aliases())
                .containsExactly(PaperId.of("doi:10.1000/walk.7"));
        assertThat(read.paper().title()).isEqualTo("Idle walks, taken twice");
        assertThat(read.authors())
                .containsExactly("Ada Walker", "Emmy Noether Jr.", "The Walk Group");
        assertThat(read.paper().published()).isEqualTo(LocalDate.of(2023, 5, 17));
        assertThat(read.paper().keywords()).containsExactly("walks", "machines", "more");
        assertThat(read.paper().reference().journal()).isEqualTo("J. of Walks");
    }

    @Test
    void aReferenceWithoutItsEndEndsWhereTheNextBegins() {
        String open = WHOLE.replace("ER  - \n", "");

        Cited read = read(open + open.replace("2305.10500", "2305.10501"));

        assertThat(read.ids()).containsExactly("2305.10500", "2305.10501");
    }

    @Test
    void linesMayEndAsOnAnySystemAndTagsMayHaveOneBlank() {
        assertThat(read(WHOLE.replace("\n", "\r\n")).ids()).containsExactly("2305.10500");
        assertThat(read(WHOLE.replace("  - ", " - ")).ids()).containsExactly("2305.10500");
    }

    @Test
    void aBadReferenceSpoilsNoOther() {
        Cited read = read("TY  - JOUR\nAU  - Nobody\nER  -\n\n" + WHOLE);

        assertThat(read.titles()).containsExactly("Idle walks, taken twice");
        assertThat(read.rejects())
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.reason()).isEqualTo("it has no title");
                    assertThat(reject.place()).isEqualTo("reference 1 (line 1)");
                    assertThat(reject.raw()).contains("Nobody");
                });
    }

    @Test
    void whatStandsOutsideOfReferencesIsSetAside() {
        assertThat(read("some words\nER  -\n" + WHOLE).rejects().getFirst().reason())
                .contains("no line of it has a tag");
    }
}
