package org.broadsheet.methods.attentionsvm;

import java.util.random.RandomGenerator;

/// These are the weights `W = K Q^T` as two matrices of `m` columns. Each is moved by the step's
/// length; a tiny ridge is part of the gradient, as in the authors' program, and keeps the step
/// defined where the loss has none left.
public final class FactoredWeights implements Weights {
    /// The authors' ridge: the distance from 1 to the next double.
    public static final double MACHINE_RIDGE = Math.ulp(1.0);

    private final double[][] keys;
    private final double[][] queries;
    private final double ridge;

    /// @param keys K, `d` rows of `m` values, copied
    /// @param queries Q, likewise
    /// @param ridge the factor λ of λ(‖K‖² + ‖Q‖²), added to the loss; at least 0
    public FactoredWeights(double[][] keys, double[][] queries, double ridge) {
        if (keys.length != queries.length || keys[0].length != queries[0].length) {
            throw new IllegalArgumentException(
                    "K has %d rows of %d values, Q %d of %d; both must have the same shape"
                            .formatted(
                                    keys.length,
                                    keys[0].length,
                                    queries.length,
                                    queries[0].length));
        }
        if (!(ridge >= 0) || Double.isInfinite(ridge)) {
            throw new IllegalArgumentException(
                    "the ridge is %s; it must be at least 0 and finite".formatted(ridge));
        }
        this.keys = Vectors.copy(keys);
        this.queries = Vectors.copy(queries);
        this.ridge = ridge;
    }

    /// Elements drawn evenly from ±1/√d, as PyTorch starts a linear layer.
    ///
    /// @param inner the columns of K and Q, the paper's m
    public static FactoredWeights random(
            int dimension, int inner, double ridge, RandomGenerator random) {
        return new FactoredWeights(
                Matrices.uniform(dimension, inner, random),
                Matrices.uniform(dimension, inner, random),
                ridge);
    }

    @Override
    public double[] times(double[] query) {
        return Vectors.times(keys, Vectors.transposedTimes(queries, query));
    }

    @Override
    public double[][] matrix() {
        double[][] product = new double[keys.length][];
        for (int i = 0; i < keys.length; i++) {
            product[i] = Vectors.times(queries, keys[i]);
        }
        return product;
    }

    /// With `G` the gradient by W: `dK = G Q + 2λ K` and `dQ = G^T K + 2λ Q`.
    @Override
    public boolean descend(OuterProducts gradient, double length) {
        double[][] byKeys = scaled(keys);
        double[][] byQueries = scaled(queries);
        for (int i = 0; i < gradient.left().length; i++) {
            double[] left = gradient.left()[i];
            double[] right = gradient.right()[i];
            Vectors.addOuter(1, left, Vectors.transposedTimes(queries, right), byKeys);
            Vectors.addOuter(1, right, Vectors.transposedTimes(keys, left), byQueries);
        }
        double keyNorm = Vectors.norm(byKeys);
        double queryNorm = Vectors.norm(byQueries);
        if (keyNorm == 0 || queryNorm == 0) {
            return false;
        }
        // The authors add this distance to the norms, so that nothing is divided by zero.
        double floor = Math.ulp(1.0);
        for (int i = 0; i < keys.length; i++) {
            Vectors.add(-length / (keyNorm + floor), byKeys[i], keys[i]);
            Vectors.add(-length / (queryNorm + floor), byQueries[i], queries[i]);
        }
        return true;
    }

    private double[][] scaled(double[][] matrix) {
        double[][] scaled = new double[matrix.length][matrix[0].length];
        for (int i = 0; i < matrix.length; i++) {
            Vectors.add(2 * ridge, matrix[i], scaled[i]);
        }
        return scaled;
    }
}
