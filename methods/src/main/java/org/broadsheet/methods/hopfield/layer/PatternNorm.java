package org.broadsheet.methods.hopfield.layer;

import java.util.List;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is the layer normalisation of patterns with a learned gain and bias for each feature, 1 and
/// 0 at first; epsilon is 1e-5 as in PyTorch.
record PatternNorm(Tensor gain, Tensor bias) implements Layer {
    private static final double EPSILON = 1e-5;

    PatternNorm(Tensors tensors, int features) {
        this(tensors.full(1, features).parameter(), tensors.zeros(features).parameter());
    }

    Tensor of(Tensor patterns) {
        return patterns.layerNorm(EPSILON).times(gain).plus(bias);
    }

    @Override
    public List<Tensor> parameters() {
        return List.of(gain, bias);
    }
}
