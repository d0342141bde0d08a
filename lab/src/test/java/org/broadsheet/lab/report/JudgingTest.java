package org.broadsheet.lab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.broadsheet.lab.Check;
import org.broadsheet.lab.Claim;
import org.broadsheet.lab.Rule;
import org.broadsheet.lab.Stated;
import org.broadsheet.lab.Verdict;
import org.junit.jupiter.api.Test;

class JudgingTest {
    private static final Claim CLAIM =
            new Claim(
                    "small",
                    "The errors are small.",
                    new Stated.Words("the abstract"),
                    List.of(
                            new Check("first", "first error", "", Rule.atMost(1), "said so"),
                            new Check("second", "second error", "", Rule.atMost(1), "said so")));

    private static Verdict judge(Object... told) {
        Recording recording = new Recording();
        for (int i = 0; i < told.length; i += 2) {
            recording.metric((String) told[i], (double) told[i + 1]);
        }
        return recording.judge(List.of(CLAIM)).getFirst().verdict();
    }

    @Test
    void aClaimIsReproducedWhenEveryCheckIs() {
        assertThat(judge("first", 0.5, "second", 1.0)).isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void aClaimIsPartlyReproducedWhenSomeChecksAreOrSomeWereNotMade() {
        assertThat(judge("first", 0.5, "second", 2.0)).isEqualTo(Verdict.PARTLY);
        assertThat(judge("first", 0.5)).isEqualTo(Verdict.PARTLY);
    }

    @Test
    void aClaimIsNotReproducedWhenNoCheckIs() {
        assertThat(judge("first", 1.5, "second", 2.0)).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(judge("second", 2.0)).isEqualTo(Verdict.NOT_REPRODUCED);
    }

    @Test
    void aClaimOfWhichNothingWasMeasuredIsNotTested() {
        assertThat(judge("third", 0.5)).isEqualTo(Verdict.NOT_TESTED);
    }

    @Test
    void anIntervalAcrossTheLimitIsReproducedInPart() {
        Measured measured = new Measured("error", List.of(0.9, 1.0, 1.1));
        assertThat(measured.judge(Rule.atMost(2))).isEqualTo(Verdict.REPRODUCED);
        assertThat(measured.judge(Rule.atMost(1))).isEqualTo(Verdict.PARTLY);
        assertThat(measured.judge(Rule.atMost(0.5))).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(measured.judge(Rule.near(1, 0.01))).isEqualTo(Verdict.PARTLY);
    }

    /// 1 to 5 have the mean 3 and the standard error 0.7071; Student's t for 4 degrees of freedom
    /// is 2.776.
    @Test
    void theIntervalOfTheMeanIsStudents() {
        Measured measured = new Measured("m", List.of(1.0, 2.0, 3.0, 4.0, 5.0));
        assertThat(measured.mean()).isEqualTo(3);
        assertThat(measured.low()).isCloseTo(3 - 2.776 * Math.sqrt(0.5), within(1e-12));
        assertThat(measured.high()).isCloseTo(3 + 2.776 * Math.sqrt(0.5), within(1e-12));
        assertThat(new Measured("m", List.of(7.0)).low()).isEqualTo(7);
    }

    @Test
    void whatCannotBeJudgedIsRefused() {
        Recording recording = new Recording();
        assertThatThrownBy(() -> recording.metric("loss", Double.NaN))
                .hasMessageContaining("loss")
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> recording.file("../x", new byte[1])).hasMessageContaining("../x");
        assertThatThrownBy(() -> recording.file("big.bin", new byte[Recording.LARGEST_FILE + 1]))
                .hasMessageContaining("big.bin");
        assertThat(recording.files()).isEmpty();
    }
}
