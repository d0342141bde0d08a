package org.broadsheet.reproductions.attentionsvm;

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

class AttentionMachinesTest {
    private static final Rehearsal REHEARSAL = new Rehearsal(new AttentionMachines());

    /// Small, but large enough for the verdicts that are asked for.
    private static final Map<String, String> SMALL =
            Map.of("seeds", "10", "instances", "3", "head-runs", "30");

    private static final Map<String, String> TINY =
            Map.of("seeds", "2", "instances", "2", "head-runs", "10", "steps", "200");

    @Test
    void theLabFindsIt() {
        assertThat(ServiceLoader.load(Reproduction.class))
                .anyMatch(one -> one instanceof AttentionMachines);
    }

    @Test
    void aSmallRunBearsOutBothDirections() throws Exception {
        Recording recording = REHEARSAL.run(SMALL);

        assertThat(REHEARSAL.verdicts(recording))
                .containsEntry("joint-weights", Verdict.REPRODUCED)
                .containsEntry("factored-weights", Verdict.REPRODUCED)
                .containsEntry("low-rank", Verdict.REPRODUCED)
                .containsEntry("regularisation-path", Verdict.NOT_TESTED)
                .doesNotContainEntry("nonlinear-heads", Verdict.NOT_TESTED)
                .doesNotContainEntry("dimension-helps", Verdict.NOT_TESTED);
        assertThat(recording.exhibits())
                .extracting(exhibit -> exhibit.id())
                .startsWith("correlation")
                .contains("certainty", "runs", "replay", "replay-local", "kinds", "ranks");
    }

    @Test
    void theSameSettingGivesTheSameBits() throws Exception {
        assertThat(REHEARSAL.run(TINY).metrics()).isEqualTo(REHEARSAL.run(TINY).metrics());
    }

    @Test
    void aLargeRidgeKeepsTheFactorsFromTheirMachine() throws Exception {
        assertThat(REHEARSAL.verdicts(REHEARSAL.run(with("ridge", "0.1"))).get("factored-weights"))
                .isNotEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void fewStepsAreNotEnough() throws Exception {
        assertThat(REHEARSAL.verdicts(REHEARSAL.run(with("steps", "100"))).get("joint-weights"))
                .isNotEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void bestTokensThatNothingSeparatesAreCountedAndNamed() throws Exception {
        Map<String, String> crowded = new HashMap<>(TINY);
        crowded.put("prompts", "12");
        crowded.put("dimension", "2");

        Recording recording = REHEARSAL.run(crowded);

        // In the plane W has four elements, for a direction of each of twelve prompts.
        assertThat(mean(recording, Kinds.SEPARABLE_BELOW)).isZero();
        assertThat(mean(recording, Kinds.SEPARABLE)).isEqualTo(1);
        assertThat(recording.lines())
                .anyMatch(line -> line.contains("no problem in 2 dimensions is separable"));
    }

    @Test
    void theQueriesMayBeTokens() throws Exception {
        assertThat(mean(REHEARSAL.run(with("attention", "self")), Directions.W_LEAD)).isPositive();
    }

    @Test
    void valuesThatAreNotAcceptedAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("step-length", "0")))
                .withMessageContaining("step-length: accepted are numbers from 0.001 to 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("loss", "hinge")))
                .withMessageContaining("logistic, exponential, linear");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> given = new HashMap<>(TINY);
        given.put(name, value);
        return given;
    }
}
