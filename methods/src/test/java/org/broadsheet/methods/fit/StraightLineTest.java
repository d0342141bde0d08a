package org.broadsheet.methods.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StraightLineTest {
    @Test
    void aLineGoesThroughItsPoints() {
        StraightLine line = StraightLine.through(new double[] {1, 2, 4}, new double[] {5, 7, 11});

        assertThat(line.slope()).isEqualTo(2, within(1e-14));
        assertThat(line.intercept()).isEqualTo(3, within(1e-14));
        assertThat(line.determination()).isEqualTo(1, within(1e-14));
        assertThat(line.at(10)).isEqualTo(23, within(1e-13));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StraightLine.through(new double[] {3, 3}, new double[] {1, 2}))
                .withMessageContaining("3.0");
    }

    @Test
    void aPowerLawIsALineThroughTheLogarithms() {
        StraightLine law = StraightLine.powerLaw(new double[] {1, 4, 9}, new double[] {3, 6, 9});

        assertThat(law.slope()).isEqualTo(0.5, within(1e-14));
        assertThat(Math.exp(law.intercept())).isEqualTo(3, within(1e-13));
    }
}
