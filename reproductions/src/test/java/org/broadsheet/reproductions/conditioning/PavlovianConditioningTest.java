package org.broadsheet.reproductions.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.broadsheet.reproductions.Rehearsal.mean;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.report.Measured;
import org.broadsheet.lab.report.Recording;
import org.broadsheet.reproductions.Rehearsal;
import org.junit.jupiter.api.Test;

class PavlovianConditioningTest {
    private static final Rehearsal REHEARSAL = new Rehearsal(new PavlovianConditioning());

    @Test
    void theLabFindsIt() {
        assertThat(ServiceLoader.load(Reproduction.class))
                .anyMatch(one -> one instanceof PavlovianConditioning);
    }

    @Test
    void aSmallRunJudgesEveryClaimThatCanBeTested() throws Exception {
        Recording recording =
                REHEARSAL.run(
                        Map.of(
                                "training-repetitions",
                                "1",
                                "memories",
                                "40",
                                "largest-trained",
                                "32"));

        assertThat(REHEARSAL.verdicts(recording))
                .containsEntry("equals-linear-attention", Verdict.REPRODUCED)
                .containsEntry("guaranteed-capacity", Verdict.REPRODUCED)
                .containsEntry("average-capacity", Verdict.REPRODUCED)
                .containsEntry("depth-costs", Verdict.REPRODUCED)
                .containsEntry("redundancy-restores", Verdict.REPRODUCED)
                .containsEntry("error-correction", Verdict.REPRODUCED)
                .containsEntry("pretrained-heads", Verdict.NOT_TESTED);
        // One repetition at three dimensions is too short a lever for the exponent.
        assertThat(REHEARSAL.verdicts(recording).get("trained-head"))
                .isIn(Verdict.REPRODUCED, Verdict.PARTLY);
        assertThat(mean(recording, Recall.FROM_LAW)).isLessThan(0.03);
        // Over 16 to 256 dimensions random pairs already grow faster than the guaranteed ones.
        assertThat(mean(recording, Capacity.RANDOM))
                .isGreaterThan(mean(recording, Capacity.GUARANTEED) + 0.05);
        assertThat(recording.exhibits())
                .extracting(exhibit -> exhibit.id())
                .startsWith("capacity", "fidelity", "correlation", "recall", "trained-capacity")
                .contains("blocking", "experiments", "depth", "redundancy", "chain");
    }

    @Test
    void theSameSettingGivesTheSameBits() throws Exception {
        assertThat(REHEARSAL.run(tiny()).metrics()).isEqualTo(REHEARSAL.run(tiny()).metrics());
    }

    @Test
    void correlatedKeysLeaveNoPowerLaw() throws Exception {
        Map<String, String> correlated = new HashMap<>(tiny());
        correlated.put("correlation", "0.5");

        assertThat(REHEARSAL.verdicts(REHEARSAL.run(correlated)).get("guaranteed-capacity"))
                .isNotEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void aRuleThatForgetsHoldsNoMoreWithMoreDimensions() throws Exception {
        Map<String, String> forgetful = new HashMap<>(tiny());
        forgetful.put("rule", "fading");
        forgetful.put("keep", "0.9");

        assertThat(REHEARSAL.verdicts(REHEARSAL.run(forgetful)).get("average-capacity"))
                .isNotEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void aLearningRateThatDivergesLeavesConditioningOutAndSaysWhy() throws Exception {
        Map<String, String> fast = new HashMap<>(tiny());
        fast.put("rate", "1.5");

        Recording recording = REHEARSAL.run(fast);

        assertThat(recording.lines())
                .anyMatch(line ->
                        line.contains("the delta rule diverges at rate 1.5 when cues [0, 1]"));
        assertThat(recording.metrics())
                .extracting(Measured::metric)
                .doesNotContain(Blocking.DELTA, Blocking.EXTINCT_HEBB);
        assertThat(recording.exhibits())
                .extracting(exhibit -> exhibit.id())
                .doesNotContain("blocking")
                .contains("depth");
    }

    @Test
    void aTrainingThatDivergesIsNamed() throws Exception {
        Map<String, String> fast = new HashMap<>(tiny());
        fast.put("training-rate", "1");
        fast.put("training-steps", "300");

        // A rate of 1 either learns nothing or leaves the numbers; it never draws a NaN.
        try {
            assertThat(REHEARSAL.verdicts(REHEARSAL.run(fast)).get("trained-head"))
                    .isNotEqualTo(Verdict.REPRODUCED);
        } catch (ArithmeticException e) {
            assertThat(e).hasMessageContaining("diverged");
        }
    }

    @Test
    void aDeltaRuleThatOvershootsHoldsNothing() throws Exception {
        Map<String, String> fast = new HashMap<>(tiny());
        fast.put("rule", "delta");
        fast.put("rate", "3");

        assertThat(REHEARSAL.verdicts(REHEARSAL.run(fast)).get("average-capacity"))
                .isNotEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void valuesThatAreNotAcceptedAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("largest-dimension", "1000000")))
                .withMessageContaining("accepted are whole numbers from 64 to 2048");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("rule", "backprop")))
                .withMessageContaining("hebb, fading, oja, delta");
    }

    private static Map<String, String> tiny() {
        return Map.of(
                "largest-dimension", "64",
                "outcome-size", "8",
                "memories", "4",
                "heads", "2",
                "depth", "4",
                "seeds", "1",
                "training-repetitions", "1",
                "training-steps", "20");
    }
}
