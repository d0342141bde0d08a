package org.broadsheet.methods.pinn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.junit.jupiter.api.Test;

class MichelFlowTest {
    private final MichelFlow flow = MichelFlow.ofPaper();

    /// The table of the paper's authors has these constants and values (read by us, all digits that
    /// it has at these radii).
    @Test
    void theFlowIsThatOfTheAuthorsTable() {
        assertThat(flow.flux()).isCloseTo(0.18225, within(1e-15));
        assertThat(flow.energy()).isCloseTo(1.0205590334, within(5e-11));
        assertThat(flow.at(20).density()).isCloseTo(2.27863e-3, within(5e-9));
        assertThat(flow.at(20).speed()).isCloseTo(0.2062404, within(5e-8));
        assertThat(flow.at(140.5).density()).isCloseTo(3.241973e-4, within(5e-11));
        assertThat(flow.at(140.5).speed()).isCloseTo(0.02867083, within(5e-9));
        assertThat(flow.at(40.5).density()).isCloseTo(1e-3, within(1e-15));
        assertThat(flow.sonicSpeed() * flow.sonicSpeed()).isCloseTo(1.0 / 78, within(1e-16));
    }

    @Test
    void bothConstantsAreTheSameAtEveryRadius() {
        DoubleStream.of(3, 10, 39.9, 40.5, 41, 500, 1e4)
                .forEach(radius -> {
                    MichelFlow.State state = flow.at(radius);
                    // The density is a third power of h - 1, which loses two digits far out.
                    assertThat(MichelFlow.flux(radius, state.density(), state.speed()))
                            .isCloseTo(flow.flux(), within(1e-11));
                    assertThat(flow.energy(radius, state.density(), state.speed()))
                            .isCloseTo(flow.energy(), within(1e-14));
                });
    }

    @Test
    void soundIsOvertakenAtTheSonicRadius() {
        assertThat(mach(39)).isGreaterThan(1);
        assertThat(mach(42)).isLessThan(1);
        assertThat(mach(40.5)).isCloseTo(1, within(1e-7));
    }

    private double mach(double radius) {
        MichelFlow.State state = flow.at(radius);
        return state.speed() / Math.sqrt(flow.soundSquare(state.density()));
    }

    @Test
    void aSmallerFluxStaysOnItsSideOfSoundAndALargerOneDoesNotReachTheSonicRadius() {
        double sonic = flow.sonicSpeed();
        assertThat(flow.speed(40.5, 0.9, false)).isLessThan(sonic);
        assertThat(flow.speed(40.5, 0.9, true)).isGreaterThan(sonic);
        assertThat(flow.speed(40.5, 1.1, false)).isNaN();
        assertThat(flow.speed(200, 1.1, false)).isGreaterThan(flow.at(200).speed());
    }

    /// The differential equations against the flow, whose slopes are taken by differences.
    @Test
    void theFlowSolvesTheTwoEquations() {
        Accretion accretion = Accretion.ofPaper();
        for (double r : new double[] {25, 39, 60, 120}) {
            double h = 1e-4;
            double[] state = {flow.at(r).density(), flow.at(r).speed()};
            double[] slopes = accretion.slopes(r, state);
            double density = (flow.at(r + h).density() - flow.at(r - h).density()) / (2 * h);
            double speed = (flow.at(r + h).speed() - flow.at(r - h).speed()) / (2 * h);
            // A central difference of step 1e-4 is right to some 1e-8 of its value.
            assertThat(slopes[0]).isCloseTo(density, within(1e-6 * Math.abs(density)));
            assertThat(slopes[1]).isCloseTo(speed, within(1e-6 * Math.abs(speed)));
        }
    }

    /// Whatever the network says: the residuals vanish for the slopes that the equations ask for.
    @Test
    void theSolvedFormAndTheResidualsAreTheSameEquations() {
        Accretion accretion = Accretion.ofPaper();
        SplittableRandom random = new SplittableRandom(4);
        Tensors tensors = Tensors.doubles();
        Candidate candidate =
                new Candidate(
                        accretion,
                        List.of(
                                new TanhNetwork(tensors, 1, 3, random),
                                new TanhNetwork(tensors, 1, 3, random)));
        double[] r = {30, 90};
        double[][] values = candidate.at(r);
        double[][] slopes = candidate.slopes(r);
        List<Tensor> residuals = candidate.residuals(r);
        for (int i = 0; i < r.length; i++) {
            double[] state = {values[0][i], values[1][i]};
            double[] asked = accretion.slopes(r[i], state);
            double square = state[1] * state[1];
            double factor = square - flow.soundSquare(state[0]);
            double thicker = r[i] * (slopes[0][i] - asked[0]) / state[0];
            double faster = r[i] * (slopes[1][i] - asked[1]) / state[1];
            assertThat(residuals.get(0).get(i, 0)).isCloseTo(thicker * factor, within(1e-14));
            assertThat(residuals.get(1).get(i, 0))
                    .isCloseTo((1 - square) * thicker + faster, within(1e-13));
        }
    }

    @Test
    void aGasThatCannotBeThatFastIsRefusedByItsNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MichelFlow(1.1, 0.1, 3))
                .withMessageContaining("exponent 1.1")
                .withMessageContaining("3.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MichelFlow(2, 0.1, 40))
                .withMessageContaining("2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MichelFlow(1.3, 0.1, 2))
                .withMessageContaining("2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MichelFlow(1.3, -1, 40))
                .withMessageContaining("-1.0");
    }
}
