package org.broadsheet.methods.pinn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MarchingTest {
    @Test
    void itMarchesEitherWayWhereNothingIsSingular() {
        Legendre equation = new Legendre(3);
        double[] middle = {0, -1.5};
        for (double end : new double[] {-0.9, 0.9}) {
            var path = Marching.march(equation::slopes, 0, middle, end, 1e-12);
            assertThat(path.isWhole()).isTrue();
            assertThat(path.states().getLast()[0]).isCloseTo(equation.exact(end), within(1e-10));
        }
    }

    @Test
    void itStopsBeforeTheSingularEnd() {
        var path = Marching.march(new Legendre(3)::slopes, 0, new double[] {0, -1.5}, 1, 1e-12);
        assertThat(path.isWhole()).isFalse();
        assertThat(path.reached()).isBetween(0.9, 1.0);
    }

    /// What the paper is about: the fall of the gas started with the right speed, to rounding, does
    /// not get onto the fast side of the sonic point.
    @Test
    void itDoesNotCrossTheSonicPointToTheFastSide() {
        Accretion accretion = Accretion.ofPaper();
        MichelFlow.State outer = accretion.flow().at(accretion.to());
        double[] start = {outer.density(), outer.speed()};
        for (double tolerance : new double[] {1e-8, 1e-12}) {
            var path = Marching.march(accretion::slopes, accretion.to(), start, 20, tolerance);
            boolean stopped = !path.isWhole() && path.reached() > 40;
            boolean slow = path.isWhole() && path.states().getLast()[1] < 0.1;
            assertThat(stopped || slow).as("reached %s", path.reached()).isTrue();
        }
    }

    @Test
    void aToleranceBelowRoundingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Marching.march(new Legendre(3)::slopes, 0, new double[] {0, 1}, 1, 1e-17))
                .withMessageContaining("1.0E-17");
    }
}
