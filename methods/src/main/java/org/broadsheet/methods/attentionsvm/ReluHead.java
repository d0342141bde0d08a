package org.broadsheet.methods.attentionsvm;

/// This is the head `h(x) = u . relu(V x)`, a network with one hidden layer.
///
/// @param hidden the paper's value map V: a row for each hidden unit
/// @param output u, one weight for each hidden unit
public record ReluHead(double[][] hidden, double[] output) implements Head {
    public ReluHead {
        if (hidden.length == 0 || hidden.length != output.length) {
            throw new IllegalArgumentException(
                    "%d hidden units and %d output weights; as many of both, and at least one, are"
                                    .formatted(hidden.length, output.length)
                            + " needed");
        }
    }

    @Override
    public double value(double[] mixture) {
        double sum = 0;
        for (int i = 0; i < output.length; i++) {
            sum += output[i] * Math.max(0, Vectors.dot(hidden[i], mixture));
        }
        return sum;
    }

    @Override
    public double[] gradient(double[] mixture) {
        double[] gradient = new double[mixture.length];
        for (int i = 0; i < output.length; i++) {
            if (Vectors.dot(hidden[i], mixture) > 0) {
                Vectors.add(output[i], hidden[i], gradient);
            }
        }
        return gradient;
    }
}
