package org.broadsheet.reproductions.ordinal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Size;
import org.broadsheet.lab.Verdict;
import org.broadsheet.lab.report.Finding;
import org.broadsheet.lab.report.Measured;
import org.broadsheet.lab.report.Recording;
import org.junit.jupiter.api.Test;

class PeccaryTest {
    private static final Map<String, String> SMALL = Map.of("orbits", "4", "seeds", "1");
    private static final Peccary PECCARY = new Peccary();
    private static final Recording RUN = run(SMALL);

    @Test
    void theCertainClaimsAreReproducedByASmallRun() {
        assertThat(verdicts(RUN))
                .containsEntry("reference-values", Verdict.REPRODUCED)
                .containsEntry("forbidden-patterns", Verdict.REPRODUCED);
    }

    @Test
    void everyCheckIsMeasuredButSpeed() {
        for (Finding finding : RUN.judge(PECCARY.claims())) {
            if (finding.claim().id().equals("cheap")) {
                assertThat(finding.verdict()).isEqualTo(Verdict.NOT_TESTED);
            } else {
                assertThat(finding.outcomes())
                        .isNotEmpty()
                        .allSatisfy(one -> assertThat(one.measured()).isNotNull());
            }
        }
    }

    /// The rule "H above the limit is chaos" must fail where a window is a sample wide: all is
    /// slope, and H far below the limit.
    @Test
    void aWindowThatIsTooShortFindsNoChaos() {
        Recording narrow = run(Map.of("orbits", "4", "seeds", "1", "ratio", "0.05"));
        assertThat(value(narrow, "rule-accuracy-long")).isEqualTo(0.5);
        assertThat(value(RUN, "rule-accuracy-long")).isNotEqualTo(0.5);
        assertThat(verdicts(narrow))
                .containsEntry("long-orbits", Verdict.NOT_REPRODUCED)
                .containsEntry("short-series", Verdict.NOT_REPRODUCED);
    }

    @Test
    void theSameSettingGivesTheSameBits() {
        assertThat(run(SMALL).metrics()).isEqualTo(RUN.metrics());
    }

    @Test
    void thePlaneComesFirst() {
        assertThat(RUN.exhibits())
                .extracting(Exhibit::id)
                .containsExactly(
                        "plane",
                        "near-limit",
                        "window",
                        "entropy-by-interval",
                        "complexity-by-interval",
                        "duration",
                        "roc",
                        "forbidden-patterns",
                        "reference-values");
    }

    private static Recording run(Map<String, String> given) {
        var recording = new Recording();
        PECCARY.run(Setting.of(PECCARY.parameters(), Size.QUICK, 1, given), recording);
        return recording;
    }

    private static Map<String, Verdict> verdicts(Recording run) {
        return run.judge(PECCARY.claims()).stream()
                .collect(Collectors.toMap(one -> one.claim().id(), Finding::verdict));
    }

    private static double value(Recording run, String metric) {
        List<Measured> found =
                run.metrics().stream().filter(one -> one.metric().equals(metric)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst().mean();
    }
}
