package org.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Tidying text from outside.
class TextTest {
    private static final String RIGHT_TO_LEFT_MARK = "\u202E";

    @Test
    void runsOfWhiteSpaceBecomeOneBlank() {
        assertThat(Text.oneLine("  a\r\n\t b\u00A0\u2003\u2028c\u3000 ")).isEqualTo("a b c");
    }

    @Test
    void latexEmojiAndOtherScriptsStay() {
        String text = "$\\mathcal{O}(n^2)$ 👩‍🔬 שלום 王伟 é <b>";
        assertThat(Text.oneLine(text)).isEqualTo(text);
    }

    @Test
    void whatNoPageCanShowGoes() {
        String text = "a\0b\u0007" + RIGHT_TO_LEFT_MARK + "c\uFEFF\uD83D d\uDE00";
        assertThat(Text.oneLine(text)).isEqualTo("abc d");
    }

    @Test
    void blankLinesPartParagraphs() {
        assertThat(Text.paragraphs("one\ntwo\r\n \t\r\n\n\nthree\n")).isEqualTo("one two\n\nthree");
    }

    @Test
    void copiesOfATitleShareTheirKey() {
        assertThat(Text.titleKey("Näive $\\mathcal{H}_2$ Heads: a Survey"))
                .isEqualTo(Text.titleKey("NAIVE H2 heads - A survey"));
    }

    @Property
    void tidyTextStaysAsItIs(@ForAll("wildTexts") String text) {
        String line = Text.oneLine(text);
        assertThat(Text.oneLine(line)).isEqualTo(line);
        String paragraphs = Text.paragraphs(text);
        assertThat(Text.paragraphs(paragraphs)).isEqualTo(paragraphs);
    }

    @Property
    void aKeyIsItsOwnKey(@ForAll("wildTexts") String text) {
        AuthorKey key = AuthorKey.of(text);
        assertThat(AuthorKey.of(key.value())).isEqualTo(key);
    }

    @Provide
    Arbitrary<String> wildTexts() {
        Arbitrary<String> pieces =
                Arbitraries.of(
                        Stream.of(
                                        "a ß ẞ é Ø ł İ ſ ﬁ 王 👩‍🔬 $x_1$ <b> - · ½ Ⅷ ٣ ",
                                        "\n \r \t \0 \u0085 \u001F \u00A0 \u2028 \u202E \uFEFF")
                                .flatMap(all -> all.codePoints().mapToObj(Character::toString))
                                .toList());
        Arbitrary<String> halves = Arbitraries.of("\uD83D", "\uDE00");
        return Arbitraries.oneOf(pieces, pieces, halves, Arbitraries.strings().ofMaxLength(5))
                .list()
                .ofMaxSize(12)
                .map(list -> String.join("", list));
    }
}
