package org.broadsheet.reproductions.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.reproductions.Rehearsal.mean;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.report.Recording;
import org.broadsheet.reproductions.Rehearsal;
import org.junit.jupiter.api.Test;

class LearnedGeometryTest {
    private static final Rehearsal REHEARSAL = new Rehearsal(new LearnedGeometry());

    /// Small, but large enough for every verdict.
    private static final Map<String, String> SMALL =
            Map.of("inputs", "20", "hidden", "60", "samples", "100", "steps", "1500");

    @Test
    void theLabFindsIt() {
        assertThat(ServiceLoader.load(Reproduction.class))
                .anyMatch(one -> one instanceof LearnedGeometry);
    }

    @Test
    void aSmallRunBearsOutWhatCanBeTested() throws Exception {
        Recording recording = REHEARSAL.run(SMALL);

        Map<String, Verdict> verdicts = REHEARSAL.verdicts(recording);
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
    void theSameSettingGivesTheSameBits() throws Exception {
        assertThat(REHEARSAL.run(tiny()).metrics()).isEqualTo(REHEARSAL.run(tiny()).metrics());
    }

    @Test
    void otherActivationsAreDrawnAndNotJudgedAsTanhAgainstRelu() throws Exception {
        Map<String, String> same = new HashMap<>(tiny());
        same.put("against", "tanh");

        Recording recording = REHEARSAL.run(same);

        assertThat(recording.lines()).anyMatch(line -> line.contains("tanh against tanh is drawn"));
        assertThat(REHEARSAL.verdicts(recording))
                .containsEntry("tanh-takes-target", Verdict.NOT_TESTED)
                .containsEntry("across-tasks", Verdict.NOT_TESTED)
                .containsEntry("disentangled", Verdict.NOT_TESTED)
                .containsEntry("deeper-networks", Verdict.NOT_TESTED)
                .doesNotContainEntry("one-sided-flatness", Verdict.NOT_TESTED);
        assertThat(recording.metrics())
                .noneMatch(measured -> measured.metric().equals(Neurons.FLOW));
    }

    @Test
    void withoutANudgeNeuronsHaveNoLabelToPointTo() throws Exception {
        Map<String, String> none = new HashMap<>(tiny());
        none.put("nudge", "0");

        Recording recording = REHEARSAL.run(none);

        assertThat(recording.lines()).anyMatch(line -> line.contains("Without a nudge"));
        assertThat(recording.metrics())
                .noneMatch(measured -> measured.metric().equals(Neurons.FLOW));
    }

    @Test
    void networksThatHaveNotLearnedAreNamed() throws Exception {
        Map<String, String> hasty = new HashMap<>(tiny());
        hasty.put("rate", "0.00001");

        assertThat(REHEARSAL.run(hasty).lines())
                .anyMatch(line -> line.contains("is not that of a network that has learned"));
    }

    @Test
    void valuesThatAreNotAcceptedAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("activation", "sine")))
                .withMessageContaining("tanh, hard-tanh, shifted-tanh");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("nudge", "-1")))
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
}
