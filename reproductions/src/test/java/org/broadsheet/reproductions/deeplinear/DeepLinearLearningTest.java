package org.broadsheet.reproductions.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.reproductions.Rehearsal.mean;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.report.Recording;
import org.broadsheet.methods.deeplinear.DivergenceException;
import org.broadsheet.reproductions.Rehearsal;
import org.junit.jupiter.api.Test;

class DeepLinearLearningTest {
    private static final Rehearsal REHEARSAL = new Rehearsal(new DeepLinearLearning());

    /// Small, but large enough for every verdict that does not need the depth.
    private static final Map<String, String> SMALL =
            Map.of(
                    "largest-depth", "16",
                    "most-steps", "100",
                    "gradient-width", "40",
                    "seeds", "4");

    @Test
    void theLabFindsIt() {
        assertThat(ServiceLoader.load(Reproduction.class))
                .anyMatch(one -> one instanceof DeepLinearLearning);
    }

    @Test
    void aSmallRunBearsOutWhatCanBeTested() throws Exception {
        Recording recording = REHEARSAL.run(SMALL);

        Map<String, Verdict> verdicts = REHEARSAL.verdicts(recording);
        assertThat(verdicts)
                .containsEntry("exact-solution", Verdict.REPRODUCED)
                .containsEntry("stages", Verdict.REPRODUCED)
                .containsEntry("time-by-strength", Verdict.REPRODUCED)
                .containsEntry("finite-at-infinite-depth", Verdict.REPRODUCED)
                .containsEntry("pretraining-needs-structure", Verdict.REPRODUCED)
                .containsEntry("isometry", Verdict.REPRODUCED)
                .containsEntry("edge-of-chaos", Verdict.REPRODUCED)
                .containsEntry("digits", Verdict.NOT_TESTED);
        // From 4 to 16 matrices the delay is still growing to its limit, but it is far from
        // Gaussian weights, which need all the steps granted.
        assertThat(mean(recording, Depth.ORTHOGONAL)).isLessThan(2);
        assertThat(mean(recording, Depth.GAUSSIAN)).isGreaterThan(5);
        assertThat(recording.exhibits())
                .extracting(exhibit -> exhibit.id())
                .startsWith("modes")
                .contains("error", "learning-time", "depth", "spectrum", "edge-of-chaos")
                .contains("tree", "phase-portrait", "infinite-depth", "pretraining", "speed-up");
    }

    @Test
    void theSameSettingGivesTheSameBits() throws Exception {
        assertThat(REHEARSAL.run(tiny()).metrics()).isEqualTo(REHEARSAL.run(tiny()).metrics());
    }

    @Test
    void reluHasItsEdgeElsewhere() throws Exception {
        Map<String, String> relu = new HashMap<>(tiny());
        relu.put("nonlinearity", "relu");
        relu.put("layers", "50");

        Recording recording = REHEARSAL.run(relu);

        // Half of the units pass a gradient on, so a gain of 1.05 vanishes as 0.74 to the power of
        // 50: seven powers of ten.
        assertThat(mean(recording, Isometry.AT_EDGE)).isLessThan(-4);
        assertThat(REHEARSAL.verdicts(recording).get("edge-of-chaos"))
                .isNotEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void coarseStepsLeaveTheFormula() throws Exception {
        Map<String, String> coarse = new HashMap<>(tiny());
        coarse.put("step", "0.02");

        assertThat(REHEARSAL.verdicts(REHEARSAL.run(coarse)).get("exact-solution"))
                .isEqualTo(Verdict.PARTLY);
    }

    @Test
    void withoutAHiddenLayerASingleStrongModeIsGivenTheTimeItNeeds() throws Exception {
        Map<String, String> strong = new HashMap<>(tiny());
        strong.put("modes", "1");
        strong.put("strongest", "6");

        assertThat(mean(REHEARSAL.run(strong), Modes.SHALLOW_RISE)).isBetween(18.0, 24.0);
    }

    @Test
    void aStepThatDivergesIsNamed() throws Exception {
        Map<String, String> diverging = new HashMap<>(tiny());
        diverging.put("step", "1");

        assertThatExceptionOfType(DivergenceException.class)
                .isThrownBy(() -> REHEARSAL.run(diverging))
                .withMessageContaining("a rate of 1.0 is too large");
    }

    @Test
    void valuesThatAreNotAcceptedAreNamed() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("step", "0")))
                .withMessageContaining("step: accepted are numbers from 0.001 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.run(Map.of("start", "0.1")))
                .withMessageContaining("at most a twentieth of the weakest mode, 0.05");
    }

    private static Map<String, String> tiny() {
        return Map.of(
                "modes", "2",
                "step", "0.005",
                "levels", "1",
                "largest-depth", "8",
                "most-steps", "50",
                "width", "10",
                "layers", "4",
                "gradient-width", "20",
                "seeds", "1");
    }
}
