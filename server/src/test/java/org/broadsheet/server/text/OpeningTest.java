package org.broadsheet.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OpeningTest {
    @Test
    void wholeSentencesAreTakenAsFarAsTheyFit() {
        assertThat(Opening.of("One two three. Four five six. Seven eight nine.", 30))
                .isEqualTo("One two three. Four five six.");
    }

    @Test
    void anAbbreviationEndsNoSentence() {
        assertThat(
                        Opening.of(
                                "Methods such as that of Ada et al. Example are good."
                                        + " More follows here.",
                                60))
                .isEqualTo("Methods such as that of Ada et al. Example are good.");
    }

    @Test
    void aLongSentenceIsCutBetweenWords() {
        assertThat(Opening.of("One sentence, that goes on and on without an end", 16))
                .isEqualTo("One sentence …");
    }

    @Test
    void aFormulaIsNeverCut() {
        assertThat(Opening.of("We have $a + b + c + d$ and so on", 15)).isEqualTo("We have …");
    }

    @Property
    void anOpeningIsNeverLongerThanAskedButForTheEllipsis(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 300) int most) {
        assertThat(Opening.of(text, most).length()).isLessThanOrEqualTo(most + 2);
    }
}
