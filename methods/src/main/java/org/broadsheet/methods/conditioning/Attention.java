package org.broadsheet.methods.conditioning;

/// This is attention of one query over pairs of keys and values, in the two read-outs that are
/// compared. It keeps no state: the memory is the pairs.
public final class Attention {
    private Attention() {}

    /// Linear attention, `Σ v_i (k_i · q)`: the answer of a memory that learned by Hebb's rule.
    ///
    /// @param keys shape (n, d_k)
    /// @param values shape (n, d_v)
    /// @param query shape (d_k)
    public static double[] linear(double[][] keys, double[][] values, double[] query) {
        requirePairs(keys, values);
        return sum(values, overlaps(keys, query));
    }

    /// Softmax attention, `Σ v_i p_i` with `p` the softmax of `beta k_i · q`; shapes as [#linear].
    ///
    /// @param beta the inverse temperature, over 0
    public static double[] softmax(
            double[][] keys, double[][] values, double[] query, double beta) {
        requirePairs(keys, values);
        if (!(beta > 0) || Double.isInfinite(beta)) {
            throw new IllegalArgumentException(
                    "beta: %s; accepted are finite numbers over 0".formatted(beta));
        }
        double[] weights = overlaps(keys, query);
        double largest = Double.NEGATIVE_INFINITY;
        for (double weight : weights) {
            largest = Math.max(largest, weight);
        }
        double total = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.exp(beta * (weights[i] - largest));
            total += weights[i];
        }
        Vectors.scale(weights, 1 / total);
        return sum(values, weights);
    }

    private static double[] overlaps(double[][] keys, double[] query) {
        double[] overlaps = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            Vectors.requireFinite("key " + i, keys[i], query.length);
            overlaps[i] = Vectors.dot(keys[i], query);
        }
        return overlaps;
    }

    private static double[] sum(double[][] values, double[] weights) {
        double[] sum = new double[values[0].length];
        for (int i = 0; i < values.length; i++) {
            Vectors.addScaled(
                    sum, weights[i], Vectors.requireFinite("value " + i, values[i], sum.length));
        }
        return sum;
    }

    private static void requirePairs(double[][] keys, double[][] values) {
        if (keys.length != values.length || keys.length == 0) {
            throw new IllegalArgumentException(
                    "%d keys and %d values; accepted are as many of both, 1 and more"
                            .formatted(keys.length, values.length));
        }
    }
}
