package org.broadsheet.benchmarks.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RougeTest {
    @Test
    void theSameTextScoresOneAndAnotherNothing() {
        assertThat(Rouge.of("We count sheep.", "we COUNT sheep")).isEqualTo(new Rouge(1, 1, 1));
        assertThat(Rouge.of("We count sheep.", "goats")).isEqualTo(new Rouge(0, 0, 0));
        assertThat(Rouge.of("", "goats")).isEqualTo(new Rouge(0, 0, 0));
    }

    @Test
    void wordsPairsAndRowsAreCountedAsInTheirDefinition() {
        // The example of Lin's paper: "police killed the gunman" and "police kill the gunman".
        Rouge rouge = Rouge.of("police kill the gunman", "police killed the gunman");
        assertThat(rouge.one()).isCloseTo(3.0 / 4, within(1e-12));
        assertThat(rouge.two()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(rouge.l()).isCloseTo(3.0 / 4, within(1e-12));
        assertThat(Rouge.of("the gunman kill police", "police killed the gunman").l())
                .isCloseTo(2.0 / 4, within(1e-12));
    }

    @Test
    void aWordThatIsRepeatedIsSharedOnlyAsOftenAsBothHaveIt() {
        assertThat(Rouge.of("a a a", "a b").one()).isCloseTo(2.0 / 5, within(1e-12));
    }

    @Test
    void keywordsMeetByTheirStems() {
        KeywordScore score =
                KeywordScore.of(
                        List.of("Flow matching", "sheep"),
                        List.of("flow-matching", "goats", "graph"));
        assertThat(score.precision()).isCloseTo(1.0 / 2, within(1e-12));
        assertThat(score.recall()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(score.f1()).isCloseTo(0.4, within(1e-12));
    }
}
