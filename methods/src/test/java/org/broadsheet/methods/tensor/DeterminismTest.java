package org.broadsheet.methods.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same digits every time, and for any number of threads.
class DeterminismTest {
    static List<Tensors> kinds() {
        return List.of(
                Tensors.doubles().with(Kernels.VECTOR),
                Tensors.floats().with(Kernels.VECTOR),
                Tensors.doubles().with(Kernels.PLAIN),
                Tensors.floats().with(Kernels.PLAIN));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void trainingIsTheSameToTheLastBitAgainAndOnAnyNumberOfThreads(Tensors tensors) {
        double[] once = trained(tensors.threads(1));
        assertThat(trained(tensors.threads(1))).containsExactly(once);
        assertThat(trained(tensors.threads(2))).containsExactly(once);
        assertThat(trained(tensors.threads(2))).containsExactly(once);
        assertThat(trained(tensors.threads(5))).containsExactly(once);
    }

    /// A layer of attention with all that splits: products of one matrix and of many, functions of
    /// elements and of rows, each well above [Split#ALONE]. Odd sizes, so that parts have edges.
    private static double[] trained(Tensors tensors) {
        RandomGenerator random = new SplittableRandom(1);
        int d = 45;
        Linear query = new Linear(tensors, d, d, random);
        Linear key = new Linear(tensors, d, d, random);
        Linear output = new Linear(tensors, d, 10, random);
        Tensor x = tensors.normal(random, 37, 51, d);
        int[] labels = random.ints(37 * 51L, 0, 10).toArray();
        Adam adam = new Adam(Layer.parametersOf(query, key, output), 0.01);
        for (int step = 0; step < 3; step++) {
            adam.step(() -> {
                Tensor q = query.of(x).tanh();
                Tensor scores = q.matmulTransposed(key.of(x)).softmax();
                Tensor y = scores.matmul(x).plus(x).layerNorm(1e-5).gelu();
                return output.of(y).crossEntropy(labels);
            });
        }
        return Layer.parametersOf(query, key, output).stream()
                .map(Tensor::toArray)
                .flatMapToDouble(java.util.Arrays::stream)
                .toArray();
    }
}
