package org.broadsheet.reproductions.ordinal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.broadsheet.methods.dynamics.HenonHeiles;
import org.broadsheet.methods.ordinal.NaturalTime;
import org.broadsheet.reproductions.ordinal.LabelledOrbits.Labelled;
import org.junit.jupiter.api.Test;

class LabelledOrbitsTest {
    @Test
    void thereAreAsManyChaoticAsRegularOrbits() {
        List<Labelled> orbits = henonHeiles(0.13).draw(3, new Random(1));
        assertThat(orbits)
                .extracting(Labelled::chaotic)
                .containsExactly(true, true, true, false, false, false);
        assertThat(orbits.getFirst().system()).isEqualTo("chaotic orbits, Hénon-Heiles");
    }

    @Test
    void aNaturalTimeHasAHundredSamples() {
        Labelled orbit = henonHeiles(0.13).draw(1, new Random(1)).getLast();
        double[] series = orbit.specimen(40).series();
        assertThat(series).hasSize(4_001);
        // A regular orbit swings alike everywhere; ends cost up to half a swing of forty.
        assertThat(NaturalTime.byMeanCrossings(series, 1)).isCloseTo(100, within(5.0));
    }

    @Test
    void anEnergyWithoutChaosIsRefused() {
        assertThatThrownBy(() -> henonHeiles(0.02).draw(1, new Random(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in the Hénon-Heiles at energy 0.02, 0 are chaotic")
                .hasMessageEndingWith("choose another energy");
    }

    private static LabelledOrbits henonHeiles(double energy) {
        return new LabelledOrbits("Hénon-Heiles", new HenonHeiles(), energy, 1, 0.05, 2_000);
    }
}
