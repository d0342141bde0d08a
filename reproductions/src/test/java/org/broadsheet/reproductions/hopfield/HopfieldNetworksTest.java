package org.broadsheet.reproductions.hopfield;

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

class HopfieldNetworksTest {
    private static final Rehearsal REHEARSAL = new Rehearsal(new HopfieldNetworks());

    /// Small, but large enough for every verdict.
    private static final Map<String, String> SMALL =
            Map.of(
                    "patterns", "256",
                    "largest-dimension", "12",
                    "epochs", "2",
                    "seeds", "3");

    @Test
    void theLabFindsIt() {
        assertThat(ServiceLoader.load(Reproduction.class))
                .anyMatch(one -> one instanceof HopfieldNetworks);
    }

    @Test
    void aSmallRunBearsOutWhatCanBeTested() throws Exception {
        Recording recording = REHEARSAL.run(SMALL);

        Map<String, Verdict> verdicts = REHEARSAL.verdicts(recording);
        assertThat(verdicts)
                .containsEntry("energy-falls", Verdict.REPRODUCED)
                .containsEntry("exponential-capacity", Verdict.REPRODUCED)
                .containsEntry("one-step-retrieval", Verdict.REPRODUCED)
                .containsEntry("three-kinds-of-fixed-points", Verdict.REPRODUCED)
                .containsEntry("equals-attention", Verdict.REPRODUCED)
                .containsEntry("benchmarks", Verdict.NOT_TESTED)
                .containsEntry("heads-of-transformers", Verdict.NOT_TESTED);
        // Two epochs do not decide who learns better, but they are measured.
        assertThat(verdicts.get("pooling-of-bags")).isNotEqualTo(Verdict.NOT_TESTED);
        assertThat(recording.exhibits())
                .extracting(exhibit -> exhibit.id())
                .startsWith("capacity")
                .contains("one-step-error", "regimes", "images", "bags", "energy", "landscape");
    }

    @Test
    void theSameSettingGivesTheSameBits() throws Exception {
        Map<String, String> tiny = tiny();

        assertThat(REHEARSAL.run(tiny).metrics()).isEqualTo(REHEARSAL.run(tiny).metrics());
    }

    @Test
    void aSmallBetaAveragesInsteadOfRetrieving() throws Exception {
        Map<String, String> hot = new HashMap<>(tiny());
        hot.put("beta", "0.05");

        Recording recording = REHEARSAL.run(hot);

        assertThat(REHEARSAL.verdicts(recording).get("one-step-retrieval"))
                .isIn(Verdict.PARTLY, Verdict.NOT_REPRODUCED);
        // The mean of all patterns is about a norm, 3.9, away from each.
        assertThat(mean(recording, OneStep.ERROR)).isGreaterThan(1);
    }

    @Test
    void oneEnergyAloneLeavesTheOthersOut() throws Exception {
        Map<String, String> classical = new HashMap<>(tiny());
        classical.put("energy", "classical");

        assertThat(REHEARSAL.verdicts(REHEARSAL.run(classical)))
                .containsEntry("exponential-capacity", Verdict.NOT_TESTED);
    }

    @Test
    void noiseThatDrownsThePatternsLeavesNoExponentialCapacity() throws Exception {
        Map<String, String> drowned = new HashMap<>(tiny());
        drowned.put("noise", "5");
        drowned.put("energy", "log-sum-exp");

        assertThat(REHEARSAL.verdicts(REHEARSAL.run(drowned)).get("exponential-capacity"))
                .isNotEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void valuesThatAreNotAcceptedAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("beta", "0")))
                .withMessageContaining("beta: accepted are numbers from 0.001 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("energy", "cubic")))
                .withMessageContaining("log-sum-exp, classical, polynomial");
    }

    private static Map<String, String> tiny() {
        return Map.of(
                "patterns", "64",
                "dimension", "16",
                "largest-dimension", "8",
                "epochs", "1",
                "seeds", "1",
                "heads", "2");
    }
}
