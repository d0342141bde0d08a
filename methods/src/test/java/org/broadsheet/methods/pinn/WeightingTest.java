package org.broadsheet.methods.pinn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WeightingTest {
    @Test
    void dividedInTurnTwoWeightsStayAtAHalfAndTwoThirdsIfNoChangeCounts() {
        Weighting weighting = Weighting.softInTurn(1e-6);
        weighting.next(new double[] {3, 5});
        assertThat(weighting.next(new double[] {0.1, 4}))
                .containsExactly(new double[] {0.5, 2.0 / 3}, within(1e-5));
    }

    @Test
    void theLossThatFellLessGetsMore() {
        Weighting weighting = Weighting.softRelative(1, 1);
        assertThat(weighting.next(new double[] {1, 1})).containsExactly(0.5, 0.5);
        double[] weights = weighting.next(new double[] {0.1, 1});
        assertThat(weights[0]).isLessThan(weights[1]);
        assertThat(weights[0] + weights[1]).isCloseTo(1, within(1e-15));
        // The first fell from 1 to 0.1, its slower mean to 1 - 0.9/4: e^(0.1/0.775 - 1) to e^0.
        double power = Math.exp(0.1 / 0.775 - 1);
        assertThat(weights[0]).isCloseTo(power / (1 + power), within(1e-14));
    }

    @Test
    void exponentsStayWithinFifty() {
        Weighting weighting = Weighting.softInTurn(1e9);
        weighting.next(new double[] {1, 1});
        double[] weights = weighting.next(new double[] {1e6, 1});
        assertThat(weights[0]).isCloseTo(1, within(1e-15));
        assertThat(weights[1]).isPositive();
    }

    @Test
    void negativeTemperaturesAndSharesOfNothingAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weighting.softInTurn(-1))
                .withMessageContaining("-1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weighting.softRelative(1, 0))
                .withMessageContaining("0.0");
    }
}
