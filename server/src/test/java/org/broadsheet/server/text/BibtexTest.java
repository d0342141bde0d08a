package org.broadsheet.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.broadsheet.paper.Origin;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.paper.Reference;
import org.broadsheet.paper.SourceName;
import org.junit.jupiter.api.Test;

class BibtexTest {
    private static final Origin ORIGIN =
            new Origin(SourceName.ARXIV_SNAPSHOT, LocalDate.of(2025, 11, 7));

    @Test
    void anArxivPaperNamesItsEprint() {
        Paper paper =
                Paper.of(PaperId.of("2303.13071"), "The Heads in 360$^{\\circ}$ & more", ORIGIN)
                        .authors(List.of("Ada Example", "Béla Minta"))
                        .published(LocalDate.of(2023, 3, 23))
                        .categories(List.of("cs.CV", "cs.LG"))
                        .build();
        assertThat(Bibtex.of(paper))
                .isEqualTo(
                        """
                        @misc{example2023heads,
                          title = {{The Heads in 360$^{\\circ}$ \\& more}},
                          author = {Ada Example and Béla Minta},
                          year = {2023},
                          month = {3},
                          eprint = {2303.13071},
                          archivePrefix = {arXiv},
                          primaryClass = {cs.CV}
                        }\
                        """);
    }

    @Test
    void whatTexWouldActOnIsEscaped() {
        Paper paper =
                Paper.of(PaperId.of("doi:10.1000/a_b"), "100% of a_b, {c} #1 ~ ^ \\x", ORIGIN)
                        .authors(List.of("The Lab and Friends", "Example, Ada"))
                        .reference(new Reference("", "Journal of A & B", ""))
                        .build();
        assertThat(Bibtex.of(paper))
                .contains(
                        "@article{",
                        "100\\% of a\\_b,",
                        "\\textbraceleft{}c\\textbraceright{} \\#1 \\textasciitilde{}",
                        "\\textasciicircum{} \\textbackslash{}x",
                        "{The Lab and Friends} and {Example, Ada}",
                        "doi = {10.1000/a\\_b}",
                        "journal = {Journal of A \\& B}");
    }

    @Test
    void bracesBalanceWhateverTheTitle() {
        for (String title : List.of("}{", "$}{$", "a } b", "\\", "$\\$", "{{{")) {
            String entry = Bibtex.of(Paper.of(PaperId.of("2303.13071"), title, ORIGIN).build());
            String bare = entry.replaceAll("\\\\[\\\\{}$]", "");
            assertThat(bare.chars().filter(c -> c == '{').count())
                    .as(entry)
                    .isEqualTo(bare.chars().filter(c -> c == '}').count());
        }
    }
}
