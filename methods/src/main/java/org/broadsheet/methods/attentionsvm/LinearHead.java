package org.broadsheet.methods.attentionsvm;

/// This is the head `h(x) = v . x`.
public record LinearHead(double[] direction) implements Head {
    @Override
    public double value(double[] mixture) {
        return Vectors.dot(direction, mixture);
    }

    @Override
    public double[] gradient(double[] mixture) {
        return direction;
    }
}
