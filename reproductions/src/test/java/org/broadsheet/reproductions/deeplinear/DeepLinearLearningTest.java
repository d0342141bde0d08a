package org.broadsheet.reproductions.deeplinear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.report.Finding;
import org.broadsheet.lab.report.Measured;
import org.broadsheet.lab.report.Recording;
import org.broadsheet.methods.deeplinear.DivergedException;
import org.junit.jupiter.api.Test;

class DeepLinearLearningTest {
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
    void aSmallRunBearsOutWhatCanBeTested() {
        Recording recording = run(SMALL);

        Map<String, Verdict> verdicts = verdicts(recording);
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
    void theSameSettingGivesTheSameBits() {
        assertThat(run(tiny()).metrics()).isEqualTo(run(tiny()).metrics());
    }

    @Test
    void reluHasItsEdgeElsewhere() {
        Map<String, String> relu = new HashMap<>(tiny());
        relu.put("nonlinearity", "relu");
        relu.put("layers", "50");

        Recording recording = run(relu);

        // Half of the units pass a gradient on, so a gain of 1.05 vanishes as 0.74 to the power of
        // 50: seven powers of ten.
        assertThat(mean(recording, Isometry.AT_EDGE)).isLessThan(-4);
        assertThat(verdicts(recording).get("edge-of-chaos")).isNotEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void coarseStepsLeaveTheFormula() {
        Map<String, String> coarse = new HashMap<>(tiny());
        coarse.put("step", "0.02");

        assertThat(verdicts(run(coarse)).get("exact-solution")).isEqualTo(Verdict.PARTLY);
    }

    @Test
    void withoutAHiddenLayerASingleStrongModeIsGivenTheTimeItNeeds() {
        Map<String, String> strong = new HashMap<>(tiny());
        strong.put("modes", "1");
        strong.put("strongest", "6");

        assertThat(mean(run(strong), Modes.SHALLOW_RISE)).isBetween(18.0, 24.0);
    }

    @Test
    void aStepThatDivergesIsNamed() {
        Map<String, String> diverging = new HashMap<>(tiny());
        diverging.put("step", "1");

        assertThatExceptionOfType(DivergedException.class)
                .isThrownBy(() -> run(diverging))
                .withMessageContaining("a rate of 1.0 is too large");
    }

    @Test
    void valuesThatAreNotAcceptedAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting(Map.of("step", "0")))
                .withMessageContaining("step: accepted are numbers from 0.001 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Map.of("start", "0.1")))
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

    private static Recording run(Map<String, String> given) {
        Recording recording = new Recording();
        new DeepLinearLearning().run(setting(given), recording);
        return recording;
    }

    private static Setting setting(Map<String, String> given) {
        return Setting.of(new DeepLinearLearning().parameters(), Size.QUICK, 1, given);
    }

    private static Map<String, Verdict> verdicts(Recording recording) {
        Map<String, Verdict> verdicts = new HashMap<>();
        for (Finding finding : recording.judge(new DeepLinearLearning().claims())) {
            verdicts.put(finding.claim().id(), finding.verdict());
        }
        return verdicts;
    }

    private static double mean(Recording recording, String metric) {
        return recording.metrics().stream()
                .filter(measured -> measured.metric().equals(metric))
                .mapToDouble(Measured::mean)
                .findFirst()
                .orElseThrow();
    }
}
