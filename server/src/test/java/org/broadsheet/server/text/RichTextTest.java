package org.broadsheet.server.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.broadsheet.search.Hit.Mark;
import org.broadsheet.search.Hit.Piece;
import org.broadsheet.server.text.Span.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RichTextTest {
    @Test
    void aFormulaKeepsItsLatexBesideItsReading() {
        assertThat(RichText.of("with $x^2$ here").spans())
                .containsExactly(
                        words("with "),
                        new Span.Maths("x²", "x^2", Setting.INLINE, Mark.PLAIN),
                        words(" here"));
    }

    @Test
    void displayedFormulasAreToldApart() {
        assertThat(RichText.of("$$a$$ \\[b\\] \\(c\\)").spans())
                .filteredOn(Span.Maths.class::isInstance)
                .extracting(span -> ((Span.Maths) span).setting())
                .containsExactly(Setting.DISPLAY, Setting.DISPLAY, Setting.INLINE);
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(
            delimiter = '§',
            value = {
                "$5 and $10 § $5 and $10",
                "Synthesis in 360$^{\\circ}$ § Synthesis in 360°",
                "Synthesis in 360^{\\circ} § Synthesis in 360°",
                "Synthesis in 360^{circ} § Synthesis in 360°",
                "Schr\\\"odinger and Fr\\'echet § Schrödinger and Fréchet",
                "Poincar{\\'e}, Erd{\\H o}s, \\c{c} § Poincaré, Erdős, ç",
                "{\\O}rsted, Stra{\\ss}e, na{\\\"\\i}ve § Ørsted, Straße, naïve",
                "{\\L}ojasiewicz, S\\o ren, \\AA ngstr\\\"{o}m § Łojasiewicz, Søren, Ångström",
                "a {group \\'e} stays § a {group é} stays",
                "\\emph{all} you {\\it need} § all you need",
                "50\\% of R\\&D § 50% of R&D",
                "``so'' they say § “so” they say",
                "2020--2021 --- later § 2020–2021 — later",
                "run --fast § run --fast",
                "an unclosed $x § an unclosed $x"
            })
    void latexOutsideFormulasReads(String text, String readable) {
        assertThat(RichText.of(text).readable()).isEqualTo(readable);
    }

    @Test
    void aFormulaFoundInPartIsFound() {
        RichText text =
                RichText.of(
                        List.of(
                                new Piece("a $x", Mark.PLAIN),
                                new Piece("^2", Mark.FOUND),
                                new Piece("$ b", Mark.PLAIN)));
        assertThat(text.spans())
                .containsExactly(
                        words("a "),
                        new Span.Maths("x²", "x^2", Setting.INLINE, Mark.FOUND),
                        words(" b"));
    }

    @Test
    void foundWordsKeepTheirMark() {
        RichText text =
                RichText.of(List.of(new Piece("the ", Mark.PLAIN), new Piece("heads", Mark.FOUND)));
        assertThat(text.spans())
                .containsExactly(words("the "), new Span.Words("heads", Mark.FOUND));
    }

    @Test
    void shortHyphenatedWordsStayWhole() {
        assertThat(RichText.of("A Multi-Head and a Structure-Persistent one").unbroken().spans())
                .containsExactly(
                        words("A "),
                        new Span.Unbroken("Multi-Head", Mark.PLAIN),
                        words(" and a Structure-Persistent one"));
    }

    @Property
    void anyTextIsCutWithoutFailing(@ForAll String text) {
        assertThatCode(() -> RichText.of(text).unbroken().readable()).doesNotThrowAnyException();
    }

    private static Span words(String text) {
        return new Span.Words(text, Mark.PLAIN);
    }
}
