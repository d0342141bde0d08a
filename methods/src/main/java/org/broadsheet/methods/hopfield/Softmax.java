package org.broadsheet.methods.hopfield;

/// This is the softmax with an inverse temperature, and its logarithm's denominator. Both shift by
/// the maximum first, so they neither overflow nor lose the largest share.
final class Softmax {
    private Softmax() {}

    static double[] of(double[] values, double beta) {
        double largest = largest(values);
        double[] shares = new double[values.length];
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            shares[i] = Math.exp(beta * (values[i] - largest));
            sum += shares[i];
        }
        for (int i = 0; i < values.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    static double logSumExp(double[] values, double beta) {
        double largest = largest(values);
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(beta * (value - largest));
        }
        return largest + Math.log(sum) / beta;
    }

    private static double largest(double[] values) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            largest = Math.max(largest, value);
        }
        return largest;
    }
}
