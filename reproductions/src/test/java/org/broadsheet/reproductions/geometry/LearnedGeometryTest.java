package org.broadsheet.reproductions.geometry;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;

class LearnedGeometryTest {
    /// Small, but large enough for every verdict.
    private static final Map<String, String> SMALL =
            Map.of("inputs", "20", "hidden", "60", "samples", "100", "steps", "1500");

    @Test
    void theLabFindsIt() {
        assertThat(ServiceLoader.load(Reproduction.class))
                .anyMatch(one -> one instanceof LearnedGeometry);
    }

    @Test
    void aSmallRunBearsOutWhatCanBeTested() {
        Recording recording = run(SMALL);

        Map<String, Verdict> verdicts = verdicts(recording);
        assertThat(verdicts)
                .containsEntry("tanh-takes-target", Verdict.REPRODUCED)
                .containsEntry("relu-keeps-input", Verdict.REPRODUCED)
                .containsEntry("order-flips", Verdict.REPRODUCED)
                .containsEntry("deeper-networks", Verdict.REPRODUCED)
                .containsEntry("convolutional-networks", Verdict.NOT_TESTED);
        // Softplus is an exception to the cause, whatever the repetitions.
        assertThat(verdicts).containsEntry("one-sided-flatness", Verdict.PARTLY);
        assertThat(mean(recording, Families.TARGET)).isGreaterThan(0.8);
        assertThat(recording.exhibits())
                .extracting(exhibit -> exhibit.id())
                .startsWith("target-alignment")
                .contains("input-alignment", "disentangling", "lead", "course", "kernels")
                .contains("families", "all-tasks", "activations", "neurons", "weight-flow")
                .contains("outputs", "layers");
    }

    @Test
    void theSameSettingGivesTheSameBits() {
        assertThat(run(tiny()).metrics()).isEqualTo(run(tiny()).metrics());
    }

    @Test
    void otherActivationsAreDrawnAndNotJudgedAsTanhAgainstRelu() {
        Map<String, String> same = new HashMap<>(tiny());
        same.put("against", "tanh");

        Recording recording = run(same);

        assertThat(recording.lines()).anyMatch(line -> line.contains("tanh against tanh is drawn"));
        assertThat(verdicts(recording))
                .containsEntry("tanh-takes-target", Verdict.NOT_TESTED)
                .containsEntry("across-tasks", Verdict.NOT_TESTED)
                .containsEntry("disentangled", Verdict.NOT_TESTED)
                .containsEntry("deeper-networks", Verdict.NOT_TESTED)
                .doesNotContainEntry("one-sided-flatness", Verdict.NOT_TESTED);
        assertThat(recording.metrics())
                .noneMatch(measured -> measured.metric().equals(Neurons.FLOW));
    }

    @Test
    void withoutANudgeNeuronsHaveNoLabelToPointTo() {
        Map<String, String> none = new HashMap<>(tiny());
        none.put("nudge", "0");

        Recording recording = run(none);

        assertThat(recording.lines()).anyMatch(line -> line.contains("Without a nudge"));
        assertThat(recording.metrics())
                .noneMatch(measured -> measured.metric().equals(Neurons.FLOW));
    }

    @Test
    void networksThatHaveNotLearnedAreNamed() {
        Map<String, String> hasty = new HashMap<>(tiny());
        hasty.put("rate", "0.00001");

        assertThat(run(hasty).lines())
                .anyMatch(line -> line.contains("is not that of a network that has learned"));
    }

    @Test
    void valuesThatAreNotAcceptedAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting(Map.of("activation", "sine")))
                .withMessageContaining("tanh, hard-tanh, shifted-tanh");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting(Map.of("nudge", "-1")))
                .withMessageContaining("nudge: accepted are numbers from 0 to 2");
    }

    private static Map<String, String> tiny() {
        return Map.of(
                "inputs", "8",
                "hidden", "16",
                "samples", "20",
                "steps", "60",
                "noises", "1",
                "seeds", "1");
    }

    private static Recording run(Map<String, String> given) {
        Recording recording = new Recording();
        new LearnedGeometry().run(setting(given), recording);
        return recording;
    }

    private static Setting setting(Map<String, String> given) {
        return Setting.of(new LearnedGeometry().parameters(), Size.QUICK, 1, given);
    }

    private static Map<String, Verdict> verdicts(Recording recording) {
        Map<String, Verdict> verdicts = new HashMap<>();
        for (Finding finding : recording.judge(new LearnedGeometry().claims())) {
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
