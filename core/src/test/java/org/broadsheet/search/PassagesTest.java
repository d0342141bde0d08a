package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.broadsheet.search.Hit.Mark;
import org.broadsheet.search.Hit.Piece;
import org.broadsheet.search.analysis.Analysis;
import org.broadsheet.search.analysis.Token;
import org.junit.jupiter.api.Test;

class PassagesTest {
    private static final String FILLER = "Some plain words that say next to nothing at all. ";

    @Test
    void foundWordsAreMarkedWithTheirEndings() {
        assertThat(Passages.marked(searched("Two heads, ahead", "head")))
                .containsExactly(plain("Two "), found("heads"), plain(", ahead"));
    }

    @Test
    void aFormulaStaysWholeAndIsMarkedWhole() {
        assertThat(Passages.marked(searched("By $x + \\alpha$ noise", "alpha")))
                .containsExactly(plain("By "), found("$x + \\alpha$"), plain(" noise"));
    }

    @Test
    void aShortTextIsShownInFull() {
        assertThat(joined(Passages.snippet(searched(FILLER, "nothing")))).isEqualTo(FILLER);
    }

    @Test
    void aLongTextIsCutToThePassageWithMostOfTheWords() {
        String text = FILLER.repeat(10) + "Here moss and fern grow. " + FILLER.repeat(10);
        List<Piece> snippet = Passages.snippet(searched(text, "moss fern"));

        assertThat(snippet).contains(found("moss"), found("fern"));
        assertThat(joined(snippet)).startsWith("… Here moss").endsWith(" …").hasSizeLessThan(300);
    }

    @Test
    void theStartIsShownWhenNoWordIsFound() {
        assertThat(joined(Passages.snippet(searched(FILLER.repeat(10), "zebra"))))
                .startsWith(FILLER)
                .endsWith(" …");
    }

    @Property
    void theMarkedTextIsTheText(@ForAll("texts") String text) {
        assertThat(joined(Passages.marked(searched(text, "alpha word x")))).isEqualTo(text);
    }

    @Property
    void aSnippetIsAPieceOfTheTextAndCutsNoFormula(@ForAll("texts") String text) {
        String shown = joined(Passages.snippet(searched(text, "alpha word x")));
        String bare = shown.replaceFirst("^… ", "").replaceFirst(" …$", "");

        assertThat(text).contains(bare);
        if (text.chars().filter(one -> one == '$').count() % 2 == 0 && !text.contains("$$")) {
            assertThat(bare.chars().filter(one -> one == '$').count() % 2).isZero();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "alpha ",
                        "word. ",
                        "$x^2 + \\alpha$ ",
                        "plain ",
                        "\\emph{a word} ",
                        "$y$-",
                        "é🎉 ")
                .list()
                .ofMaxSize(120)
                .map(parts -> String.join("", parts));
    }

    private static SearchedText searched(String text, String words) {
        Set<String> terms =
                Analysis.tokens(words).stream().map(Token::term).collect(Collectors.toSet());
        return SearchedText.of(text, terms);
    }

    private static String joined(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private static Piece plain(String text) {
        return new Piece(text, Mark.PLAIN);
    }

    private static Piece found(String text) {
        return new Piece(text, Mark.FOUND);
    }
}
