package org.broadsheet.server.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableMathsTest {
    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(
            delimiter = '§',
            value = {
                "W=KQ^\\top § W=KQᵀ",
                "360^{\\circ} § 360°",
                "360^\\circ § 360°",
                "x \\in \\mathbb{R}^d § x ∈ ℝᵈ",
                "\\alpha\\beta § αβ",
                "\\alpha x § αx",
                "3 \\times 4 § 3 × 4",
                "\\frac{a+b}{c} § (a+b)/c",
                "\\frac12 § 1/2",
                "\\frac\\alpha2 § α/2",
                "\\frac{1}{2}x^2 § 1/2 x²",
                "\\sqrt{x} § √x",
                "\\sqrt[3]{x+1} § ³√(x+1)",
                "x_{i+1} § xᵢ₊₁",
                "x_{\\theta} § x_θ",
                "e^{-x^2} § e^(−x²)",
                "x^{Q} § x^Q",
                "O(n \\log n) § O(n log n)",
                "\\sin\\theta § sin θ",
                "\\hat{x} § x\u0302",
                "\\hat{a} § â",
                "\\mathcal{L} § ℒ",
                "\\mathrm{SO}(3) § SO(3)",
                "\\left( x \\right) § ( x )",
                "\\operatorname{softmax} § softmax",
                "\\unknown § unknown",
                "\\text{loss} \\le 5\\% § loss ≤ 5%",
                "a \\not= b § a ≠ b",
                "\\{1, 2\\} § {1, 2}",
                "10^{-3} § 10⁻³",
                "\\begin{matrix} a & b \\end{matrix} § a b",
                "f'(x) § f′(x)",
                "\\binom{n}{k} § (n choose k)"
            })
    void aFormulaReadsAsAPersonWouldWriteIt(String latex, String readable) {
        assertThat(ReadableMaths.of(latex)).isEqualTo(readable);
    }

    @Property
    void anyTextIsReadWithoutFailing(@ForAll String text) {
        assertThatCode(() -> ReadableMaths.of(text)).doesNotThrowAnyException();
    }

    @Property
    void anySnarlOfLatexIsReadWithoutFailing(@ForAll("snarls") String latex) {
        assertThatCode(() -> ReadableMaths.of(latex)).doesNotThrowAnyException();
        assertThatCode(() -> RichText.of("a $" + latex + "$ b").readable())
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> snarls() {
        return Arbitraries.of(
                        "\\frac",
                        "{",
                        "}",
                        "^",
                        "_",
                        "\\",
                        "\\sqrt",
                        "[",
                        "]",
                        "a",
                        "12",
                        " ",
                        "\\alpha",
                        "$",
                        "&",
                        "\\hat",
                        "\\mathbb",
                        "\\begin",
                        "\\not",
                        "\\left",
                        "-",
                        "'",
                        "🦊",
                        "\\\\")
                .list()
                .ofMaxSize(60)
                .map(parts -> String.join("", parts));
    }
}
