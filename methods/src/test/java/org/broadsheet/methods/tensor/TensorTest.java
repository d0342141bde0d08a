package org.broadsheet.methods.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TensorTest {
    private static final Tensors TENSORS = Tensors.doubles();

    @Test
    void shapesThatDoNotFitAreBothNamed() {
        Tensor a = TENSORS.zeros(3, 4);
        Tensor b = TENSORS.zeros(5);
        assertThatThrownBy(() -> a.plus(b))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("plus")
                .hasMessageContaining("(3, 4)")
                .hasMessageContaining("(5)");
        assertThatThrownBy(() -> a.matmul(TENSORS.zeros(5, 2)))
                .hasMessageContaining("(3, 4)")
                .hasMessageContaining("(5, 2)")
                .hasMessageContaining("4 and 5");
        assertThatThrownBy(() -> Tensor.concat(0, a, TENSORS.zeros(3, 5)))
                .hasMessageContaining("(3, 4)")
                .hasMessageContaining("(3, 5)");
        assertThatThrownBy(() -> a.reshape(5, -1))
                .hasMessageContaining("(3, 4)")
                .hasMessageContaining("(5, -1)");
    }

    @Test
    void wrongAxesIndicesAndLengthsAreNamedWithWhatIsAccepted() {
        Tensor a = TENSORS.zeros(3, 4);
        assertThatThrownBy(() -> a.sum(2))
                .hasMessageContaining("no axis 2")
                .hasMessageContaining("-2 to 1");
        assertThatThrownBy(() -> a.slice(1, 2, 5)).hasMessageContaining("2 to 5");
        assertThatThrownBy(() -> a.permute(0, 0)).hasMessageContaining("(0, 0)");
        assertThatThrownBy(() -> a.select(0, 3))
                .hasMessageContaining("index 3")
                .hasMessageContaining("0 to 2");
        assertThatThrownBy(() -> a.gather(1, 0, 1)).hasMessageContaining("2 indices");
        assertThatThrownBy(() -> a.crossEntropy(0, 1, 4)).hasMessageContaining("index 4");
        assertThatThrownBy(() -> a.dropout(1, new SplittableRandom(1))).hasMessageContaining("1.0");
        assertThatThrownBy(() -> TENSORS.zeros(3, 0)).hasMessageContaining("(3, 0)");
        assertThatThrownBy(() -> TENSORS.of(new double[5], 2, 3)).hasMessageContaining("5 values");
        assertThatThrownBy(() -> TENSORS.threads(0)).hasMessageContaining("1 to 64");
    }

    @Test
    void floatsAndDoublesDoNotMix() {
        Tensor a = Tensors.floats().zeros(2, 2);
        Tensor b = TENSORS.zeros(2, 2);
        assertThatThrownBy(() -> a.plus(b))
                .hasMessageContaining("FLOAT")
                .hasMessageContaining("DOUBLE");
        assertThatThrownBy(() -> a.matmul(b)).hasMessageContaining("FLOAT");
        assertThatThrownBy(() -> Tensor.concat(0, a, b)).hasMessageContaining("FLOAT");
    }

    @Test
    void aParameterUsedTwiceGetsTheSumOfBothDerivatives() {
        Tensor x = TENSORS.scalar(3).parameter();
        x.times(x).plus(x).backward();
        assertThat(x.gradient().item()).isEqualTo(7);
    }

    @Test
    void gradientsAddUpUntilTheyAreCleared() {
        Tensor x = TENSORS.scalar(3).parameter();
        Tensor loss = x.square();
        loss.backward();
        loss.backward();
        assertThat(x.gradient().item()).isEqualTo(12);
        Gradients.clear(List.of(x));
        assertThat(x.gradient().item()).isZero();
    }

    @Test
    void parametersThatShareADerivativeAreClippedOnceEach() {
        Tensor x = TENSORS.scalar(1).parameter();
        Tensor y = TENSORS.scalar(1).parameter();
        x.plus(y).backward();
        assertThat(Gradients.clip(List.of(x, y), 0.5)).isCloseTo(Math.sqrt(2), within(1e-15));
        assertThat(x.gradient().item()).isCloseTo(0.5 / Math.sqrt(2), within(1e-15));
        assertThat(Gradients.norm(List.of(x, y))).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void nothingFlowsThroughADetachedTensor() {
        Tensor x = TENSORS.scalar(3).parameter();
        x.detach().times(x).backward();
        assertThat(x.gradient().item()).isEqualTo(3);
        assertThatThrownBy(() -> x.detach().square().backward())
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aChainOfAHundredThousandOperationsIsNoTroubleForTheStack() {
        Tensor x = TENSORS.scalar(1).parameter();
        Tensor sum = x;
        for (int i = 0; i < 100_000; i++) {
            sum = sum.plus(x);
        }
        sum.backward();
        assertThat(x.gradient().item()).isEqualTo(100_001);
    }

    @Test
    void theBranchNotTakenMayBeInfinite() {
        Tensor x = TENSORS.of(new double[] {0, 4}, 2).parameter();
        Tensor zero = TENSORS.scalar(0);
        x.greaterThan(zero).where(x.log(), zero).sum().backward();
        assertThat(x.gradient().get(1)).isEqualTo(0.25);
    }

    @Test
    void equalElementsShareTheDerivativeOfTheLargest() {
        Tensor x = TENSORS.of(new double[] {2, 1, 2}, 3).parameter();
        x.max().backward();
        assertThat(x.gradient().toArray()).containsExactly(0.5, 0, 0.5);
    }

    @Test
    void theFirstOperationThatIsNotFiniteIsNamed() {
        Tensor x = TENSORS.of(new double[][] {{1, 2}, {0, 3}}).parameter();
        Tensor loss = x.log().exp().sum();
        assertThat(x.plus(1).log().sum().requireFinite().item()).isPositive();
        assertThatThrownBy(() -> loss.times(0).requireFinite())
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("log of shape (2, 2) gave -Infinity at (1, 0)")
                .hasMessageContaining("parameter(2, 2) from 0.00000 to 3.00000");
    }

    @Test
    void dropoutScalesWhatItKeeps() {
        Tensor kept = TENSORS.full(1, 10_000).dropout(0.25, new SplittableRandom(4));
        assertThat(kept.toArray()).containsOnly(0, 1 / 0.75);
        // The mean has a standard deviation of sqrt(0.25 / 0.75 / 10,000) = 0.006.
        assertThat(kept.mean().item()).isCloseTo(1, within(0.02));
    }

    @Test
    void aLinearLayerBeginsUniformWithinOneOverTheRootOfItsInputs() {
        Linear layer = new Linear(TENSORS, 16, 1_000, new SplittableRandom(4));
        for (Tensor parameter : layer.parameters()) {
            double most = parameter.abs().max().item();
            assertThat(most).isBetween(0.249, 0.25);
            // A uniform distribution between ±b has the variance b²/3; some 1 % of 1,000 draws'
            // noise.
            double variance = parameter.square().mean().item();
            assertThat(variance).isCloseTo(0.0625 / 3, within(0.0625 / 3 * 0.1));
        }
    }

    @Test
    void theGradientCheckFindsADerivativeThatIsMissing() {
        Tensor x = TENSORS.of(new double[] {1, 2}, 2).parameter();
        GradientCheck wrong = GradientCheck.of(() -> x.times(x.detach()).sum(), List.of(x));
        assertThat(wrong.error()).isCloseTo(0.5, within(1e-6));
        assertThat(wrong.derivative()).isEqualTo(wrong.element() + 1);
        Tensor y = Tensors.floats().scalar(1).parameter();
        assertThatThrownBy(() -> GradientCheck.of(y::square, List.of(y)))
                .hasMessageContaining("FLOAT");
    }
}
