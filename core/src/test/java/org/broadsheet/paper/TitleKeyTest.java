package org.broadsheet.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Seeing all of 360^{circ}            | Seeing All of 360$^{\\circ}$",
                "Seeing all of 360°                  | Seeing All of 360$^{\\circ}$",
                "When W=KQ^top is enough             | When $W=KQ^\\top$ Is Enough",
                "A mathcal{O}(n) walk                | A $\\mathcal{O}(n)$ Walk",
                "An α-stable walk                    | An $\\alpha$-Stable Walk",
                "An alpha-stable walk                | An $\\alpha$-Stable Walk",
                "A 3×3 walk                          | A $3 \\times 3$ walk",
                "On Poincaré's walks                 | On Poincar\\'e's Walks",
                "Schrödinger walks                   | Schr\\\"{o}dinger walks",
                "Hedgehogs &amp; porcupines          | Hedgehogs & Porcupines",
                "textbf{Bold} walks                  | \\textbf{Bold} Walks"
            })
    void copiesOfOneTitleHaveOneKey(String copy, String title) {
        assertThat(Text.titleKey(copy)).isEqualTo(Text.titleKey(title));
    }

    @Test
    void differentTitlesHaveDifferentKeys() {
        assertThat(Text.titleKey("A walk of order 2"))
                .isNotEqualTo(Text.titleKey("A walk of order 3"));
        assertThat(Text.titleKey("α walks")).isNotEqualTo(Text.titleKey("β walks"));
        assertThat(Text.titleKey("Ωκεανός")).isNotEqualTo(Text.titleKey("Ωκεανό"));
    }

    @Test
    void aTitleWithoutLettersHasNoKey() {
        assertThat(Text.titleKey("?! --")).isEmpty();
    }
}
