package org.broadsheet.enrichment;

/// This is what the two linear models of this package weigh their features with, learned from the
/// real days before July 2026; `benchmarks/run enrichment --learn` prints them anew.
final class Weights {
    /// For the features of [Phrases], in their order.
    static final double[] OF_PHRASES = {
        -3.369, -0.348, -0.157, -0.587, -1.419, 0.451, 0.157, 0.158, 0.252, 0.311, 0.266, 0.226,
        -1.494, -0.041, -0.588, 1.767, 0.398, 0.205, -0.091, -0.742, 1.890, 0.537, 0.735, -0.284,
        0.040, 0.344, 0.120
    };

    /// For the features of [Extract], in their order.
    static final double[] OF_SENTENCES = {
        -0.100, -0.193, -0.046, -0.005, -0.192, -0.227, -0.285, -0.476, -0.505, 0.274, 0.081, 0.089,
        -0.230, -0.116, 1.143, 1.132, 1.033, 0.153, 0.602, -0.263, 0.143, -0.987
    };

    private Weights() {}
}
