package org.broadsheet.reproductions.schroedinger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Reproduction;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.report.Finding;
import org.broadsheet.lab.report.Recording;
import org.junit.jupiter.api.Test;

class IdealizedSchroedingerTest {
    private final IdealizedSchroedinger waves = new IdealizedSchroedinger();

    @Test
    void theLabFindsIt() {
        assertThat(ServiceLoader.load(Reproduction.class))
                .anyMatch(IdealizedSchroedinger.class::isInstance);
    }

    @Test
    void everyClaimHoldsInThePapersSetting() {
        Recording bench = run(Map.of());
        assertThat(bench.judge(waves.claims()))
                .allSatisfy(finding ->
                        assertThat(finding.verdict())
                                .as("%s", finding)
                                .isEqualTo(Verdict.REPRODUCED));
        assertThat(bench.exhibits())
                .extracting(Exhibit::id)
                .startsWith("density-two-solitons", "invariants", "entropy", "phase-portrait")
                .contains("phase-shift", "akhmediev", "integrators", "growth", "one-mode");
        assertThat(bench.files()).containsKey("growth.csv");
    }

    @Test
    void aFilterThatCutsIntoTheSolitonMakesItsClaimFail() {
        var findings =
                run(Map.of("fraction", "0.3", "modes", "2", "runs", "2")).judge(waves.claims());
        assertThat(outcome(findings, "soliton", "soliton-error")).isEqualTo(Verdict.NOT_REPRODUCED);
        assertThat(outcome(findings, "soliton", "soliton-error-unfiltered"))
                .isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void withoutAFilterASplittingMayBeChosen() {
        var findings =
                run(Map.of(
                                "filter", "none",
                                "integrator", "kahan-li",
                                "step", "0.01",
                                "modes", "2",
                                "runs", "2"))
                        .judge(waves.claims());
        assertThat(outcome(findings, "mass", "mass-drift-modulation-instability"))
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(outcome(findings, "phase-shift", "shift-error-fast"))
                .isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void theSameSettingGivesTheSameBits() {
        Map<String, String> small = Map.of("modes", "2", "runs", "2", "points", "256");
        assertThat(run(small).metrics()).isEqualTo(run(small).metrics());
    }

    @Test
    void aSplittingWithAFilterIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Map.of("integrator", "yoshida")))
                .withMessage(
                        "integrator yoshida with filter smooth: a splitting needs filter none");
    }

    @Test
    void pointsThatAreNoPowerOfTwoAreRefusedByValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Map.of("points", "500")))
                .withMessageContaining("a grid of 500 points");
    }

    @Test
    void aPlaceBeyondTheIntervalIsRefusedByValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Map.of("place", "30")))
                .withMessageContaining("x = 30.0");
    }

    @Test
    void aToleranceOfNothingIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Map.of("tolerance", "0")))
                .withMessageContaining("tolerance");
    }

    private Recording run(Map<String, String> given) {
        var bench = new Recording();
        waves.run(Setting.of(waves.parameters(), Size.QUICK, 1, given), bench);
        return bench;
    }

    private static Verdict outcome(List<Finding> findings, String claim, String metric) {
        return findings.stream()
                .filter(finding -> finding.claim().id().equals(claim))
                .flatMap(finding -> finding.outcomes().stream())
                .filter(outcome -> outcome.check().metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
