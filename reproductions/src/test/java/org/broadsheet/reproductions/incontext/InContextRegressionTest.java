package org.broadsheet.reproductions.incontext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadsheet.reproductions.Rehearsal.mean;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.report.Recording;
import org.broadsheet.reproductions.Rehearsal;
import org.junit.jupiter.api.Test;

class InContextRegressionTest {
    private static final Rehearsal REHEARSAL = new Rehearsal(new InContextRegression());

    private static final Map<String, String> SMALL =
            Map.of("seeds", "1", "steps", "1500", "batch", "128", "rate", "0.01");

    private static final Map<String, String> TINY =
            Map.of("seeds", "1", "steps", "50", "batch", "64");

    @Test
    void theLabFindsIt() {
        assertThat(ServiceLoader.load(Reproduction.class))
                .anyMatch(one -> one instanceof InContextRegression);
    }

    @Test
    void aSmallRunFindsOppositeHeadsThatBeatOne() throws Exception {
        Recording recording = REHEARSAL.run(SMALL);

        assertThat(REHEARSAL.verdicts(recording))
                .containsEntry("opposite-heads", Verdict.REPRODUCED)
                .containsEntry("longer-prompts", Verdict.REPRODUCED)
                .doesNotContainValue(Verdict.NOT_TESTED);
        assertThat(mean(recording, Lengths.ONE_OVER_TWO)).isGreaterThan(1.3);
        assertThat(mean(recording, Lengths.TWO_OVER_STEP)).isBetween(0.95, 1.05);
        assertThat(recording.exhibits())
                .extracting(exhibit -> exhibit.id())
                .startsWith("patterns", "outputs")
                .contains("scores", "losses", "lengths", "agreement", "correlated", "tasks");
    }

    @Test
    void theSameSettingGivesTheSameBits() throws Exception {
        assertThat(REHEARSAL.run(TINY).metrics()).isEqualTo(REHEARSAL.run(TINY).metrics());
    }

    @Test
    void fiftyStepsLeaveNoPattern() throws Exception {
        Recording recording = REHEARSAL.run(TINY);

        assertThat(REHEARSAL.verdicts(recording).get("diagonal-patterns"))
                .isNotEqualTo(Verdict.REPRODUCED);
        assertThat(mean(recording, Patterns.STRAY_AT_START)).isGreaterThan(1);
    }

    @Test
    void withoutNoiseOrCorrelationItStillRuns() throws Exception {
        Map<String, String> plain = new HashMap<>(TINY);
        plain.put("noise", "0");
        plain.put("correlation", "0");

        assertThat(REHEARSAL.verdicts(REHEARSAL.run(plain)))
                .doesNotContainValue(Verdict.NOT_TESTED);
    }

    @Test
    void theLargestRateLearnsBadlyAndGivesNumbers() throws Exception {
        Map<String, String> wild = new HashMap<>(TINY);
        wild.put("noise", "2");
        wild.put("rate", "0.1");
        wild.put("dimension", "12");
        wild.put("length", "8");

        // 0.1 is the largest that is accepted: it learns badly, and must not give a NaN.
        assertThat(REHEARSAL.run(wild).metrics()).allMatch(one -> Double.isFinite(one.mean()));
    }

    @Test
    void valuesThatAreNotAcceptedAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("heads", "2")))
                .withMessageContaining("heads: accepted are whole numbers from 3 to 8");
        assertThatThrownBy(() -> REHEARSAL.setting(Map.of("batch", "100")))
                .hasMessageContaining("64, 128, 256, 512");
    }
}
