package org.broadsheet.enrichment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void aTextIsPartedAtItsFullStops() {
        assertThat(Sentences.of("We count. Do we? We do! (Twice.) Then we stop."))
                .containsExactly("We count.", "Do we?", "We do!", "(Twice.)", "Then we stop.");
    }

    @Test
    void shortFormsNumbersAndFormulasEndNoSentence() {
        assertThat(
                        Sentences.of(
                                "Methods, e.g. Counting of J. Doe et al. Here, reach 2.5 of $a. B$"
                                        + " points. Next."))
                .containsExactly(
                        "Methods, e.g. Counting of J. Doe et al. Here, reach 2.5 of $a. B$ points.",
                        "Next.");
    }

    @Test
    void paragraphsEndSentencesAndNothingHasNone() {
        assertThat(Sentences.of("One\n\nTwo")).containsExactly("One", "Two");
        assertThat(Sentences.of(" ")).isEmpty();
    }
}
