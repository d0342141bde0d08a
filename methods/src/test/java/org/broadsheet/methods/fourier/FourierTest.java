package org.broadsheet.methods.fourier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FourierTest {
    // Rounding grows with the logarithm of the length; the numbers are of size √n.
    private static final double ROUNDING = 1e-12;

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32, 64, 128, 512, 1024})
    void itIsTheSumOfItsDefinition(int length) {
        double[] re = gaussian(length);
        double[] im = gaussian(length);
        double[][] expected = bySum(re, im);
        Fourier.ofLength(length).forward(re, im);
        for (int k = 0; k < length; k++) {
            assertThat(re[k]).isCloseTo(expected[0][k], within(ROUNDING * length));
            assertThat(im[k]).isCloseTo(expected[1][k], within(ROUNDING * length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 256, 512, 4096})
    void theInverseUndoesIt(int length) {
        double[] re = gaussian(length);
        double[] im = gaussian(length);
        double[] changedRe = re.clone();
        double[] changedIm = im.clone();
        Fourier fourier = Fourier.ofLength(length);
        fourier.forward(changedRe, changedIm);
        fourier.inverse(changedRe, changedIm);
        assertThat(changedRe).containsExactly(re, within(ROUNDING));
        assertThat(changedIm).containsExactly(im, within(ROUNDING));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 16, 32, 512, 1024, 2048})
    void vectorsAndPlainJavaGiveTheSameBits(int length) {
        double[] re = gaussian(length);
        double[] im = gaussian(length);
        double[] plainRe = re.clone();
        double[] plainIm = im.clone();
        new Fourier(length, new VectorPasses()).forward(re, im);
        new Fourier(length, new PlainPasses()).forward(plainRe, plainIm);
        assertThat(re).isEqualTo(plainRe);
        assertThat(im).isEqualTo(plainIm);
    }

    @ParameterizedTest
    @ValueSource(ints = {-8, 0, 3, 6, 1000, 1 << 27})
    void aLengthThatIsNoPowerOfTwoIsRefusedByName(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fourier.ofLength(length))
                .withMessageContaining("length " + length)
                .withMessageContaining("powers of two");
    }

    @Test
    void arraysOfAnotherLengthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fourier.ofLength(8).forward(new double[8], new double[7]))
                .withMessage("7 imaginary parts for a transform of length 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fourier.ofLength(8).inverse(new double[9], new double[8]))
                .withMessage("9 real parts for a transform of length 8");
    }

    private double[] gaussian(int length) {
        double[] values = new double[length];
        for (int j = 0; j < length; j++) {
            values[j] = random.nextGaussian();
        }
        return values;
    }

    private static double[][] bySum(double[] re, double[] im) {
        int n = re.length;
        double[][] sums = new double[2][n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                double angle = -2 * Math.PI * ((long) j * k % n) / n;
                sums[0][k] += re[j] * Math.cos(angle) - im[j] * Math.sin(angle);
                sums[1][k] += re[j] * Math.sin(angle) + im[j] * Math.cos(angle);
            }
        }
        return sums;
    }
}
