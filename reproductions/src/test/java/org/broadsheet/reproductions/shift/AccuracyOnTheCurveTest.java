package org.broadsheet.reproductions.shift;

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

class AccuracyOnTheCurveTest {
    private static final Rehearsal REHEARSAL = new Rehearsal(new AccuracyOnTheCurve());

    @Test
    void theLabFindsIt() {
        assertThat(ServiceLoader.load(Reproduction.class))
                .anyMatch(one -> one instanceof AccuracyOnTheCurve);
    }

    @Test
    void aSmallRunFindsTheMoonAndItsMixtures() throws Exception {
        Recording recording = REHEARSAL.run(small());

        assertThat(REHEARSAL.verdicts(recording))
                .containsEntry("moon", Verdict.REPRODUCED)
                .containsEntry("mixtures", Verdict.REPRODUCED)
                .containsEntry("image-sets", Verdict.NOT_TESTED)
                .doesNotContainEntry("not-without", Verdict.NOT_TESTED)
                .doesNotContainEntry("strength", Verdict.NOT_TESTED)
                .doesNotContainEntry("rare-kinds", Verdict.NOT_TESTED)
                .doesNotContainEntry("all-kinds", Verdict.NOT_TESTED)
                .doesNotContainEntry("easy-core", Verdict.NOT_TESTED);
        assertThat(recording.metrics())
                .extracting(Measured::metric)
                .contains(Strengths.LEAST_KIND, Strengths.LEAST_RATE, Strengths.LEAST_LENGTH);
        assertThat(mean(recording, Strengths.OVER_NONE)).isGreaterThan(0.1);
        assertThat(recording.exhibits())
                .extracting(exhibit -> exhibit.id())
                .startsWith("moon", "moon-probit")
                .contains(
                        "controls",
                        "ways",
                        "architectures",
                        "rates",
                        "strength",
                        "shapes",
                        "mixtures");
        assertThat(recording.files()).containsKey("models.csv");
    }

    @Test
    void theSameSettingGivesTheSameBits() throws Exception {
        assertThat(REHEARSAL.run(tiny()).metrics()).isEqualTo(REHEARSAL.run(tiny()).metrics());
    }

    @Test
    void withoutACorrelationThereIsNoMoon() throws Exception {
        Map<String, String> none = new HashMap<>(small());
        none.put("strength", "0.5");

        assertThat(REHEARSAL.verdicts(REHEARSAL.run(none)).get("moon"))
                .isNotEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void reweightingTheGroupsTakesTheMoonAway() throws Exception {
        Map<String, String> reweighted = new HashMap<>(small());
        reweighted.put("reweight", "yes");

        assertThat(mean(REHEARSAL.run(reweighted), Strengths.PROBIT_GAIN)).isLessThan(0.1);
    }

    @Test
    void ratesThatDivergeLeaveTheirModelsOutAndSaySo() throws Exception {
        Map<String, String> fast = new HashMap<>(tiny());
        fast.put("rate-factor", "1000000");

        Recording recording = REHEARSAL.run(fast);

        assertThat(recording.lines()).anyMatch(line -> line.contains("trainings diverged"));
    }

    @Test
    void valuesThatAreNotAcceptedAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REHEARSAL.setting(Map.of("strength", "0.4")))
                .withMessageContaining("accepted are numbers from 0.5 to 0.99");
    }

    private static Map<String, String> small() {
        return Map.of("examples", "1000", "batches", "1", "seeds", "1");
    }

    private static Map<String, String> tiny() {
        return Map.of("examples", "64", "batches", "1", "seeds", "1");
    }
}
