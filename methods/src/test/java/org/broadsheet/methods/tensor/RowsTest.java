package org.broadsheet.methods.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RowsTest {
    private static final Tensors TENSORS = Tensors.doubles();
    private static final double NO = Double.NEGATIVE_INFINITY;

    @Test
    void softmaxNeitherOverflowsNorUnderflows() {
        Tensor x = TENSORS.of(new double[][] {{1e300, 0}, {-1e300, -1e300}, {800, 800}});
        assertThat(x.softmax().toArray()).containsExactly(1, 0, 0.5, 0.5, 0.5, 0.5);
    }

    @Test
    void aMaskedPlaceGetsNothing() {
        Tensor x = TENSORS.of(new double[] {2, NO, 2}, 1, 3);
        assertThat(x.softmax().toArray()).containsExactly(0.5, 0, 0.5);
    }

    @Test
    void logSumExpIsRightFarFromZero() {
        Tensor x = TENSORS.of(new double[][] {{1000, 1000}, {-1000, -1000}, {NO, 3}, {NO, NO}});
        double[] y = x.logSumExp().toArray();
        double two = Math.log(2);
        assertThat(y[0]).isCloseTo(1000 + two, within(1e-12));
        assertThat(y[1]).isCloseTo(-1000 + two, within(1e-12));
        assertThat(y[2]).isEqualTo(3);
        assertThat(y[3]).isEqualTo(NO);
    }

    @Test
    void crossEntropyOfEqualLogitsIsTheLogarithmOfTheirNumber() {
        double loss = TENSORS.zeros(3, 10).crossEntropy(0, 4, 9).item();
        assertThat(loss).isCloseTo(Math.log(10), within(1e-15));
    }

    @Test
    void aNormalisedRowHasMeanZeroAndVarianceOne() {
        Tensor y = TENSORS.of(new double[] {1, 2, 3, 6}, 1, 4).layerNorm(0);
        assertThat(y.mean().item()).isCloseTo(0, within(1e-15));
        assertThat(y.square().mean().item()).isCloseTo(1, within(1e-15));
    }
}
