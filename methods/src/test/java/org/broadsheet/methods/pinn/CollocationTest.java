package org.broadsheet.methods.pinn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/// The classical solver against closed forms, and the black hole's solution, which has none,
/// against a Runge-Kutta method that marches away from the singular point on both sides.
class CollocationTest {
    @Test
    void itFindsThePolynomialThroughBothSingularEnds() {
        Legendre equation = new Legendre(3);
        var solution = new Collocation(20, 50).solve(equation);
        // Rounding: some 1e-15 of values of 1.
        assertThat(error(solution.candidate(), 0, equation::exact)).isLessThan(1e-13);
    }

    @Test
    void itFindsTheSquareThroughOne() {
        Hypergeometric equation = new Hypergeometric(-2, 1, 1);
        var solution = new Collocation(12, 50).solve(equation);
        assertThat(error(solution.candidate(), 0, equation::exact)).isLessThan(1e-13);
    }

    @Test
    void itFindsTheFlowThroughItsSonicPoint() {
        Accretion accretion = Accretion.ofPaper();
        var solution = new Collocation(20, 100).solve(accretion);
        // Twenty terms: the error seen falls from 6e-5 with ten to 3e-12 with forty.
        assertThat(error(solution.candidate(), 1, r -> accretion.flow().at(r).speed()))
                .isLessThan(1e-6);
    }

    @Test
    void itsErrorFallsGeometricallyWhereTheSolutionIsSmooth() {
        assertThat(new Collocation(8, 50).solve(new Legendre(3)).residual()).isGreaterThan(1e-9);
        assertThat(new Collocation(16, 50).solve(new Legendre(3)).residual()).isLessThan(1e-12);
    }

    @Test
    void noNumberOfTermsSolvesABrokenDegree() {
        assertThat(new Collocation(10, 50).solve(new Legendre(3.5)).residual()).isGreaterThan(0.1);
        assertThat(new Collocation(30, 50).solve(new Legendre(3.5)).residual()).isGreaterThan(0.1);
    }

    @Test
    void theBlackHolesSolutionIsThatOfAMarchAwayFromItsHorizonOnBothSides() {
        BlackHoleSolution solution = BlackHoleSolution.of(new LorentzBlackHole(0.5, 2), 40);
        LorentzBlackHole hole = solution.hole();
        for (double[] march : new double[][] {{0.7, 0.3}, {0.9, 2}}) {
            double[] start = {solution.at(march[0]), solution.slope(march[0])};
            var path = Marching.march(hole::slopes, march[0], start, march[1], 1e-12);
            assertThat(path.isWhole()).isTrue();
            // Tolerance 1e-12 over some tens of steps.
            assertThat(path.states().getLast()[0]).isCloseTo(solution.at(march[1]), within(1e-9));
        }
        double horizon = solution.horizon().orElseThrow();
        assertThat(horizon).isBetween(0.75, 0.85);
        assertThat(hole.first(horizon, solution.at(horizon))).isCloseTo(0, within(1e-9));
    }

    @Test
    void theBlackHolesSolutionTendsToThatOfAnInfiniteSpeed() {
        double atTwo = factor(2);
        double atEight = factor(8);
        double limit = 27.0 / 256;
        assertThat(atTwo).isGreaterThan(atEight);
        // The first correction falls as 1/c².
        assertThat((atTwo - limit) / (atEight - limit)).isBetween(8.0, 32.0);
    }

    private static double factor(double speed) {
        // Up to 1.3: with these speeds a second singular point lies beyond.
        return BlackHoleSolution.of(new LorentzBlackHole(speed, 1.3), 40).factor();
    }

    @Test
    void aSpeedWhoseSolutionDoesNotReachTheEndIsRefusedWithWhatRemains() {
        assertThat(BlackHoleSolution.isSmooth(new LorentzBlackHole(0.5, 2))).isTrue();
        assertThat(BlackHoleSolution.isSmooth(new LorentzBlackHole(2, 2))).isFalse();
        assertThat(BlackHoleSolution.isSmooth(new LorentzBlackHole(2, 1.4))).isTrue();
    }

    @Test
    void twoTermsAreTheFewest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Collocation(1, 5))
                .withMessageContaining("1 terms");
    }

    private static double error(Candidate candidate, int unknown, DoubleUnaryOperator exact) {
        double[] grid = Candidate.grid(candidate.problem(), 101);
        double[] values = candidate.at(grid)[unknown];
        double most = 0;
        for (int i = 0; i < grid.length; i++) {
            most = Math.max(most, Math.abs(values[i] - exact.applyAsDouble(grid[i])));
        }
        return most;
    }
}
