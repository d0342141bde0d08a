package org.broadsheet.methods.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class OptimiserTest {
    private static final Tensors TENSORS = Tensors.doubles();

    /// With loss x²/2 the gradient is x, so that a step is done by hand.
    private final Tensor x = TENSORS.of(new double[] {1, -2}, 2).parameter();

    private final Supplier<Tensor> bowl = () -> x.square().sum().times(0.5);

    @Test
    void gradientDescentShrinksABowlGeometrically() {
        Sgd sgd = new Sgd(List.of(x), 0.1);
        assertThat(sgd.step(bowl)).isEqualTo(2.5);
        sgd.step(bowl);
        assertThat(x.get(1)).isCloseTo(-2 * 0.9 * 0.9, within(1e-15));
    }

    @Test
    void momentumAddsTheEarlierVelocity() {
        Sgd sgd = new Sgd(List.of(x), 0.1, 0.5);
        sgd.step(bowl);
        sgd.step(bowl);
        // v = 1, x = 0.9; v = 0.5 + 0.9, x = 0.9 - 0.14.
        assertThat(x.get(0)).isCloseTo(0.76, within(1e-15));
    }

    @Test
    void adamFollowsItsPaper() {
        followsThePaper(new Adam(List.of(x), 0.1), 0.999);
    }

    @Test
    void adamMayForgetItsSquaresFaster() {
        followsThePaper(new Adam(List.of(x), 0.1, new Adam.Memory(0.9, 0.9)), 0.9);
    }

    /// By algorithm 1 of the paper, in its own terms.
    private void followsThePaper(Adam adam, double beta2) {
        double theta = 1;
        double m = 0;
        double v = 0;
        for (int t = 1; t <= 5; t++) {
            double g = theta;
            m = 0.9 * m + 0.1 * g;
            v = beta2 * v + (1 - beta2) * g * g;
            double unbiasedM = m / (1 - Math.pow(0.9, t));
            double unbiasedV = v / (1 - Math.pow(beta2, t));
            theta -= 0.1 * unbiasedM / (Math.sqrt(unbiasedV) + 1e-8);
            adam.step(bowl);
            assertThat(x.get(0)).isCloseTo(theta, within(1e-14));
        }
    }

    @Test
    void decoupledDecayShrinksWhatTheGradientLeavesAlone() {
        AdamW adam = new AdamW(List.of(x), 0.1, 0.5);
        adam.step(() -> x.times(0).sum());
        assertThat(x.toArray()).containsExactly(new double[] {0.95, -1.9}, within(1e-15));
    }

    @Test
    void aStepIsNotLongerThanTheClippedGradient() {
        Sgd sgd = new Sgd(List.of(x), 1);
        sgd.clip(0.1);
        sgd.step(bowl);
        assertThat(Math.hypot(x.get(0) - 1, x.get(1) + 2)).isCloseTo(0.1, within(1e-14));
    }

    @Test
    void lbfgsFindsTheEndOfRosenbrocksValley() {
        Tensor p = TENSORS.of(new double[] {-1.2, 1}, 2).parameter();
        Supplier<Tensor> valley =
                () -> {
                    Tensor a = p.slice(0, 0, 1);
                    Tensor b = p.slice(0, 1, 2);
                    return b.minus(a.square()).square().times(100).plus(a.minus(1).square()).sum();
                };
        Lbfgs lbfgs = new Lbfgs(List.of(p), 60, 10);
        assertThat(lbfgs.step(valley)).isLessThan(1e-14);
        // A gradient of 1e-7 over the valley's least curvature, 0.4.
        assertThat(p.toArray()).containsExactly(new double[] {1, 1}, within(1e-6));
    }

    @Test
    void lbfgsSolvesLeastSquaresInManyUnknowns() {
        int n = 30;
        Tensor a = TENSORS.normal(new SplittableRandom(1), 60, n);
        Tensor truth = TENSORS.normal(new SplittableRandom(2), n, 1);
        Tensor b = a.matmul(truth);
        Tensor p = TENSORS.zeros(n, 1).parameter();
        new Lbfgs(List.of(p), 200, 20).step(() -> a.matmul(p).minus(b).square().sum());
        assertThat(p.toArray()).containsExactly(truth.toArray(), within(1e-6));
    }

    @Test
    void lbfgsRestsAtAMinimumAndWhereNothingFalls() {
        Tensor p = TENSORS.zeros(2).parameter();
        assertThat(new Lbfgs(List.of(p)).step(() -> p.square().sum())).isZero();
        assertThat(p.toArray()).containsExactly(0, 0);
        // A corner: the gradient is ±1 on both sides and 0 nowhere but at the minimum.
        Tensor q = TENSORS.scalar(0.3).parameter();
        double left = new Lbfgs(List.of(q)).step(q::abs);
        assertThat(left).isBetween(0.0, 0.3);
        assertThat(q.abs().item()).isEqualTo(left);
    }

    @Test
    void theLineSearchLeavesAPointThatFulfilsTheStrongWolfeConditions() {
        // One step from x = 0 down the quartic, at first far too short and then far too long.
        for (double start : new double[] {1e-3, 30}) {
            Tensor p = TENSORS.scalar(0).parameter();
            Lbfgs.Point origin = point(p, 0);
            LineSearch search =
                    new LineSearch(
                            at -> point(p, at[0]), origin, new double[] {-origin.gradient()[0]});
            Lbfgs.Point end = search.from(start);
            double step = end.place()[0] / 4;
            assertThat(end.loss()).isLessThanOrEqualTo(origin.loss() - 1e-4 * step * 16);
            assertThat(Math.abs(end.gradient()[0])).isLessThanOrEqualTo(0.9 * 4);
        }
    }

    /// (x - 1)⁴, with the slope -4 at 0.
    private static Lbfgs.Point point(Tensor p, double at) {
        p.assign(new double[] {at});
        Gradients.clear(List.of(p));
        Tensor loss = p.minus(1).square().square();
        loss.backward();
        return new Lbfgs.Point(new double[] {at}, loss.item(), p.gradient().toArray());
    }

    @Test
    void aNetworkLearnsExclusiveOr() {
        SplittableRandom random = new SplittableRandom(3);
        Linear hidden = new Linear(TENSORS, 2, 8, random);
        Linear output = new Linear(TENSORS, 8, 2, random);
        Tensor inputs = TENSORS.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        Optimiser adam = new Adam(Layer.parametersOf(hidden, output), 0.05);
        double loss = 1;
        for (int i = 0; i < 300; i++) {
            loss = adam.step(() -> output.of(hidden.of(inputs).tanh()).crossEntropy(0, 1, 1, 0));
        }
        assertThat(loss).isLessThan(0.01);
    }

    @Test
    void onlyParametersAndSensibleRatesAreAccepted() {
        assertThatThrownBy(() -> new Adam(List.of(TENSORS.zeros(2)), 0.1))
                .hasMessageContaining("parameter()");
        assertThatThrownBy(() -> new Adam(List.of(x), Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new Adam.Memory(0.9, 1)).hasMessageContaining("0.9 and 1.0");
        assertThatThrownBy(() -> new Sgd(List.of(x), 0.1, 1)).hasMessageContaining("1.0");
        assertThatThrownBy(() -> new AdamW(List.of(x), 0.1, -1)).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new Lbfgs(List.of(x), 0, 1)).hasMessageContaining("0 iterations");
    }
}
