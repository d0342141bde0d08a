package org.broadsheet.server.sources.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.paper.Paper;
import org.broadsheet.paper.PaperId;
import org.broadsheet.source.Naming;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All entries here are invented.
class BibtexReadingsTest {
    private static Cited read(String text) {
        return Cited.by(BibtexReadings::new, text);
    }

    @Test
    void anEntryIsReadWithAllItsFacts() {
        Cited read =
                read(
                        """
                        @article{walker2024,
                          title = {Idle {W}alks on {$\\mathbb{Z}^2$}: A {\\'E}tude},
                          author = {Walker, Ada and {von der Heide}, Emil and Noether, Jr., Otto},
                          abstract = {We walk, and say so.},
                          journal = {J. of Walks}, year = 2024, month = mar,
                          keywords = {walks, machines}, doi = {10.1000/WALK.7}
                        }
                        """);

        Paper paper = read.paper();
        assertThat(paper.id()).isEqualTo(PaperId.of("doi:10.1000/walk.7"));
        assertThat(paper.title()).isEqualTo("Idle Walks on $\\mathbb{Z}^2$: A Étude");
        assertThat(read.authors())
                .containsExactly("Ada Walker", "Emil von der Heide", "Otto Noether Jr.");
        assertThat(paper.abstractText()).isEqualTo("We walk, and say so.");
        assertThat(paper.published()).isEqualTo(LocalDate.of(2024, 3, 1));
        assertThat(paper.keywords()).containsExactly("walks", "machines");
        assertThat(paper.reference().journal()).isEqualTo("J. of Walks");
        assertThat(paper.reference().doi()).isEqualTo("10.1000/walk.7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eprint = {2406.10500}, archivePrefix = {arXiv} | 2406.10500",
                "eprint = {arXiv:2406.10500v3}, eprinttype = {arxiv} | 2406.10500",
                "eprint = {2406.10500} | 2406.10500",
                "eprint = {math.AG/0301001}, archiveprefix = {arXiv} | math.AG/0301001",
                "url = {https://arxiv.org/abs/2406.10500v2} | 2406.10500",
                "journal = {arXiv preprint arXiv:2406.10500} | 2406.10500",
                "journal = {CoRR}, volume = {abs/2406.10500}, url = {http://arxiv.org/abs/2406.10500} | 2406.10500",
                "doi = {10.48550/ARXIV.2406.10500} | 2406.10500",
                "note = {arXiv:cs/9809007 [cs.LG]} | cs/9809007",
                "url = {https://aclanthology.org/2023.acl-long.12/} | acl:2023.acl-long.12",
                "url = {https://openreview.net/forum?id=AbC_d-1} | openreview:AbC_d-1",
                "doi = {https://doi.org/10.1000/x\\_y} | doi:10.1000/x_y",
                "doi = {10.18653/v1/P19-1001} | acl:P19-1001",
                "eprint = {3141592}, eprinttype = {pubmed}, doi = {10.1000/p} | doi:10.1000/p",
            })
    void theIdIsFoundWhereverItStands(String fields, String id) {
        assertThat(read("@misc{k, title={A title}, %s}".formatted(fields)).ids())
                .containsExactly(id);
    }

    @Test
    void allIdsOfAnEntryAreTold() {
        Cited read =
                read(
                        "@misc{k, title={A title}, eprint={2406.10500}, archiveprefix={arXiv}, doi={10.1000/x}}");

        assertThat(read.statements().getFirst().aliases())
                .containsExactly(PaperId.of("doi:10.1000/x"));
    }

    @Test
    void anIdThatLostAZeroIsNotGuessed() {
        Cited read = read("@misc{k, title={A title}, eprint={2406.1050}, archiveprefix={arXiv}}");

        assertThat(read.statements().getFirst().naming())
                .isInstanceOfSatisfying(
                        Naming.OneOf.class,
                        naming ->
                                assertThat(naming.candidates())
                                        .containsExactly(
                                                PaperId.of("2406.01050"),
                                                PaperId.of("2406.10500")));
    }

    @Test
    void anEntryWithoutIdsIsNamedByItsTitleAndFirstAuthor() {
        Cited read =
                read(
                        "@misc{a, title={Introduction}, author={A. One}} @misc{b, title={Introduction}, author={B. Two}}");

        assertThat(read.ids()).hasSize(2).doesNotHaveDuplicates();
        assertThat(read.ids()).allMatch(id -> id.startsWith("local:introduction-"));
    }

    @Test
    void stringsJoinsAndMonthsAreResolved() {
        Cited read =
                read(
                        """
                        @string{ jw = "Journal of " }
                        @string(w = {Walks})
                        @article{k, title = "A " # {Title}, journal = jw # w, year = "2023",
                          month = "15~" # jun, note = undefined # " kept"}
                        """);

        assertThat(read.paper().reference().journal()).isEqualTo("Journal of Walks");
        assertThat(read.paper().title()).isEqualTo("A Title");
        assertThat(read.paper().published()).isEqualTo(LocalDate.of(2023, 6, 1));
    }

    @Test
    void aCrossReferenceBringsTheYearFromBehindAndFromBefore() {
        String child = "@inproceedings{%s, title={Paper %s}, crossref={Proc}}";
        Cited read =
                read(
                        child.formatted("a", "a")
                                + "\n@proceedings{proc, title={Proc. of Walks}, year=2021}\n"
                                + child.formatted("b", "b"));

        assertThat(read.titles()).containsExactly("Paper a", "Paper b");
        assertThat(read.papers())
                .allMatch(paper -> LocalDate.of(2021, 1, 1).equals(paper.published()))
                .allMatch(paper -> paper.reference().journal().equals("Proc. of Walks"));
        assertThat(read.notes()).singleElement().asString().contains("1 of its entries");
    }

    @Test
    void aCrossReferenceToNowhereLosesNoPaper() {
        assertThat(read("@inproceedings{a, title={Paper}, crossref={nowhere}}").titles())
                .containsExactly("Paper");
    }

    @Test
    void othersAreNoAuthor() {
        assertThat(read("@misc{k, title={T}, author={Ada One and others}}").authors())
                .containsExactly("Ada One");
        assertThat(
                        read("@misc{k, title={T}, author={{The Walk Collaboration} and M{\\\"u}ller, J.}}")
                                .authors())
                .containsExactly("The Walk Collaboration", "J. Müller");
    }

    @Test
    void aBadEntrySpoilsNoOther() {
        Cited read =
                read(
                        """
                        @article{one, title = {One}}
                        @article{bad, title = {Never closed,
                        @article{two, title = {Two}}
                        @article{bad2 title {what}}
                        @article{no-title, author = {Ada}}
                        @article{three, title = {Three}}
                        """);

        assertThat(read.titles()).containsExactly("One", "Two", "Three");
        assertThat(read.rejects()).hasSize(3);
        assertThat(read.rejects().get(0).reason()).contains("closing brace");
        assertThat(read.rejects().get(0).place()).isEqualTo("entry 2 (line 2)");
        assertThat(read.rejects().get(0).raw()).contains("Never closed");
        assertThat(read.rejects().get(2).reason()).isEqualTo("it has no title");
    }

    @Test
    void keysWithLettersThatNobodyExpectsAreRead() {
        assertThat(
                        read("""
                        @article{Müller 2020:walks+more, title={One}}
                        @article{, title={Two}}
                        @ARTICLE ( three , title="Three", )
                        @online{four, title={Four}, date-added={2020-01-01 10:00}, bdsk-url-1={x}, urldate = {2020-01-01}}
                        """)
                                .titles())
                .containsExactly("One", "Two", "Three", "Four");
    }

    @Test
    void commentsAndPreamblesAreNoEntries() {
        Cited read =
                read(
                        """
                        % Encoding: UTF-8
                        Written to somebody@example.org by hand.
                        @preamble{ "\\newcommand{\\x}{y}" }
                        @comment{jabref-meta: databaseType:bibtex;}
                        @misc{k, title={T}}
                        """);

        assertThat(read.readings()).hasSize(1);
    }

    @Test
    void linesThatAreNotInUtf8AreReadAsWindows1252() {
        byte[] old =
                "@misc{k, title={Théorie des promenades}, author={Müller, “J”}}"
                        .getBytes(Charset.forName("windows-1252"));

        Cited read = Cited.by(BibtexReadings::new, old);

        assertThat(read.paper().title()).isEqualTo("Théorie des promenades");
        assertThat(read.authors()).containsExactly("“J” Müller");
        assertThat(read.notes()).singleElement().asString().contains("Windows-1252");
    }

    @Test
    void linesMayEndAsOnAnySystem() {
        String text = "@misc{k,\n title={A\n title}\n}\n@misc{l, title={B}}\n";

        assertThat(read(text.replace("\n", "\r\n")).titles()).containsExactly("A title", "B");
        assertThat(read(text.replace("\n", "\r")).titles()).containsExactly("A title", "B");
    }

    @Test
    void tenThousandAuthorsAreReadAndOneMoreIsSetAside() {
        assertThat(read(authors(10_000)).authors()).hasSize(10_000);
        assertThat(read(authors(10_001)).rejects().getFirst().reason())
                .contains("at most 10,000 are accepted");
    }

    private static String authors(int count) {
        String names =
                IntStream.range(0, count)
                        .mapToObj(n -> "Walker" + n + ", Ada")
                        .collect(Collectors.joining(" and "));
        return "@misc{k, title={T}, author={" + names + "}}";
    }

    @Test
    void aDateInTheFutureIsSetAside() {
        assertThat(read("@misc{k, title={T}, year={2999}}").readings()).hasSize(1);
        assertThat(read("@misc{k, title={T}, date={2028-01-01}}").rejects().getFirst().reason())
                .isEqualTo(
                        "its date 2028-01-01 is in the future; accepted is up to a year from 2026-06-01");
        assertThat(read("@misc{k, title={T}, year={2027}}").titles()).containsExactly("T");
    }

    @Test
    void lettersThatLookLikeOthersAreNamed() {
        assertThat(
                        read("@misc{k, title={T}, doi={10.1000/\u0430bc}}")
                                .rejects()
                                .getFirst()
                                .reason())
                .contains("CYRILLIC SMALL LETTER A (U+0430)");
        assertThat(
                        read("@misc{k, title={T}, eprint={2406.1\u041e500}, archiveprefix={arXiv}}")
                                .rejects()
                                .getFirst()
                                .reason())
                .contains("not an arXiv id");
    }

    @Test
    void manyEntriesAreReadOneByOne() {
        String text =
                IntStream.range(0, 20_000)
                        .mapToObj(n ->
                                "@misc{k%d, title={Walk number %d}, year={2020}}\n".formatted(n, n))
                        .collect(Collectors.joining());

        assertThat(Cited.by(BibtexReadings::new, text.getBytes(StandardCharsets.UTF_8)).titles())
                .hasSize(20_000);
    }
}
