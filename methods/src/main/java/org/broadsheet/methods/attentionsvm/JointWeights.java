package org.broadsheet.methods.attentionsvm;

import java.util.random.RandomGenerator;

/// These are the weights W as one matrix, which every step moves by its length in the Frobenius
/// norm.
public final class JointWeights implements Weights {
    private final double[][] matrix;

    /// @param matrix square, copied
    public JointWeights(double[][] matrix) {
        Matrices.requireSquare(matrix);
        this.matrix = Vectors.copy(matrix);
    }

    /// Elements drawn evenly from ±1/√d, as PyTorch starts a linear layer.
    public static JointWeights random(int dimension, RandomGenerator random) {
        return new JointWeights(Matrices.uniform(dimension, dimension, random));
    }

    @Override
    public double[] times(double[] query) {
        return Vectors.times(matrix, query);
    }

    @Override
    public double[][] matrix() {
        return Vectors.copy(matrix);
    }

    @Override
    public boolean descend(OuterProducts gradient, double length) {
        double[][] by = gradient.matrix();
        double norm = Vectors.norm(by);
        if (norm == 0) {
            return false;
        }
        for (int i = 0; i < matrix.length; i++) {
            Vectors.add(-length / norm, by[i], matrix[i]);
        }
        return true;
    }
}
