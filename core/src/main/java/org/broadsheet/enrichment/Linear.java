package org.broadsheet.enrichment;

/// Sums of products.
final class Linear {
    private Linear() {}

    static double dot(double[] weights, double[] features) {
        if (weights.length != features.length) {
            throw new IllegalArgumentException(
                    "%d weights for %d features".formatted(weights.length, features.length));
        }
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * features[i];
        }
        return sum;
    }
}
