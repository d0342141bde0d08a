package org.broadsheet.reproductions.deeplinear;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.deeplinear.LinearTask;
import org.broadsheet.methods.deeplinear.Matrices;
import org.broadsheet.methods.deeplinear.ThreeLayerMode;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// A task on whitened inputs with known modes: Σ³¹ = U S Vᵀ.
///
/// @param left U, shape (out, modes)
/// @param right V, shape (in, modes)
/// @param strengths S, the largest first
record ModeTask(Tensor left, Tensor right, double[] strengths) {
    /// Random modes in twice as many inputs and outputs, of evenly spaced strengths.
    static ModeTask random(Tensors tensors, Setting setting, RandomGenerator random) {
        int modes = setting.count("modes");
        double strongest = setting.real("strongest");
        double[] strengths =
                IntStream.range(0, modes)
                        .mapToDouble(i -> strongest * (modes - i) / modes)
                        .toArray();
        return new ModeTask(
                Matrices.orthogonal(tensors, 2 * modes, modes, random),
                Matrices.orthogonal(tensors, 2 * modes, modes, random),
                strengths);
    }

    LinearTask task() {
        Tensor diagonal =
                Matrices.diagonal(left.maker(), strengths.length, strengths.length, strengths);
        return LinearTask.whitened(left.matmul(diagonal).matmulTransposed(right));
    }

    double weakest() {
        return Arrays.stream(strengths).min().orElseThrow();
    }

    /// The courses that the formula gives from a small start W₁, W₂: while weights are small, the
    /// half sum of W₁ v and W₂ᵀ u grows and their half difference fades, so a mode starts as the
    /// square of that half sum.
    ThreeLayerMode[] fromSmall(Tensor first, Tensor second) {
        Tensor sums = first.matmul(right).plus(second.transposedMatmul(left)).times(0.5);
        double[] squares = sums.square().sum(0).toArray();
        return IntStream.range(0, strengths.length)
                .mapToObj(i -> ThreeLayerMode.balanced(strengths[i], squares[i], 1))
                .toArray(ThreeLayerMode[]::new);
    }
}
