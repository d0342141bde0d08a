package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.broadsheet.paper.PaperId;
import org.broadsheet.search.Clause.Among;
import org.broadsheet.search.Clause.AuthorNamed;
import org.broadsheet.search.Clause.Has;
import org.broadsheet.search.Clause.InCategory;
import org.broadsheet.search.Clause.Like;
import org.broadsheet.search.Clause.Named;
import org.broadsheet.search.Clause.Not;
import org.broadsheet.search.Clause.Phrase;
import org.broadsheet.search.Clause.Prose;
import org.broadsheet.search.Clause.Published;
import org.broadsheet.search.Clause.WithKeyword;
import org.broadsheet.search.Clause.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
    @Test
    void wordsPhrasesAndNegationsAreRead() {
        assertThat(clauses("nonlinear “hopfield network” -heads -\"talking heads\""))
                .containsExactly(
                        new Word("nonlinear"),
                        new Phrase("hopfield network"),
                        new Not(new Word("heads")),
                        new Not(new Phrase("talking heads")));
    }

    @Test
    void fieldsAreRead() {
        assertThat(clauses("author:\"Ada Lovelace\" -cat:cs has:Code keyword:memory id:2008.02217"))
                .containsExactly(
                        new AuthorNamed("Ada Lovelace"),
                        new Not(new InCategory("cs")),
                        new Has(Feature.CODE),
                        new WithKeyword("memory"),
                        new Among(List.of(PaperId.of("2008.02217"))));
        assertThat(clauses("heads like:2008.02217v3"))
                .containsExactly(new Word("heads"), new Like(PaperId.of("2008.02217")));
    }

    @ParameterizedTest
    @CsvSource({
        "2024,2024-01-01,2024-12-31",
        "2024-02,2024-02-01,2024-02-29",
        "2024-02-03,2024-02-03,2024-02-03",
        "2024..2025,2024-01-01,2025-12-31",
        "2024-03..2024-05-10,2024-03-01,2024-05-10",
    })
    void datesCoverWhatTheyName(String text, LocalDate from, LocalDate to) {
        assertThat(clauses("date:" + text)).containsExactly(new Published(from, to));
    }

    @Test
    void anOpenDateHasOneEnd() {
        assertThat(clauses("date:..2020"))
                .containsExactly(new Published(null, LocalDate.of(2020, 12, 31)));
        assertThat(clauses("date:2020.."))
                .containsExactly(new Published(LocalDate.of(2020, 1, 1), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2008.02217", "arXiv:2008.02217v2", "https://arxiv.org/abs/2008.02217"})
    void aLoneIdNamesAPaper(String text) {
        assertThat(clauses(text)).containsExactly(new Named(text));
        assertThat(new Named(text).ids()).containsExactly(PaperId.of("2008.02217"));
    }

    @Test
    void severalIdsAskForPapersLikeThem() {
        assertThat(clauses("2008.02217, 2308.16898"))
                .containsExactly(
                        new Like(PaperId.of("2008.02217")), new Like(PaperId.of("2308.16898")));
    }

    @Test
    void pastedTextIsTakenAsItStandsButFieldsCount() {
        String pasted = "Note: we show (\"in short\") -ve results. ".repeat(6).strip();

        assertThat(clauses("cat:cs " + pasted))
                .containsExactly(new InCategory("cs"), new Prose(pasted));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/x", "Note:this", "data:image", "C++:", "a:b", ":", "-"})
    void whatMerelyLooksLikeAFieldIsAWord(String text) {
        assertThat(clauses(text)).containsExactly(new Word(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auther:hinton | did you mean author:",
                "year:2024 | did you mean date:",
                "category:cs | did you mean cat:",
                "dtae:2024 | did you mean date:",
                "author: | nothing stands after author:",
                "date:yesterday | date:yesterday is no date; accepted is date:2024",
                "date:2024-02-30 | date:2024-02-30 is no date",
                "date:2025..2024 | ends before it begins",
                "date:.. | is no date",
                "has:wings | accepted is has:abstract, has:code",
                "like:that | like:that names no paper",
                "id:, | no id stands in id:,",
                "-like:2008.02217 x | cannot be negated",
                "author:a\"b | quotation mark",
            })
    void whatCannotBeReadIsRefusedNamingThePartAndWhatIsAccepted(String text, String message) {
        assertThatThrownBy(() -> QueryParser.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aQueryThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> QueryParser.parse("x".repeat(5_001)))
                .hasMessageContaining("5,001")
                .hasMessageContaining("5,000");
    }

    @Property(tries = 3_000)
    void whatIsReadIsWrittenSoThatItReadsTheSame(@ForAll("queries") String text) {
        Query query;
        try {
            query = QueryParser.parse(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(?s).{10,}");
            return;
        }
        assertThat(QueryParser.parse(query.text())).isEqualTo(query);
    }

    @Provide
    Arbitrary<String> queries() {
        Arbitrary<String> part =
                Arbitraries.of(
                        "author:",
                        "cat:",
                        "org:",
                        "id:",
                        "date:",
                        "has:",
                        "like:",
                        "keyword:",
                        "auther:",
                        "\"",
                        "“",
                        "-",
                        " ",
                        " ",
                        " ",
                        "..",
                        "2024",
                        "2008.02217",
                        "cs/9809007",
                        ",",
                        "cs.LG",
                        "code",
                        "word",
                        "ünï",
                        "$x$",
                        "doi:10.1/x",
                        "http://a.b/c",
                        "\n",
                        "\u0000",
                        "word ".repeat(31));
        return Arbitraries.oneOf(
                part.list().ofMaxSize(12).map(parts -> String.join("", parts)),
                Arbitraries.strings().ofMaxLength(80));
    }

    private static List<Clause> clauses(String text) {
        return QueryParser.parse(text).clauses();
    }
}
