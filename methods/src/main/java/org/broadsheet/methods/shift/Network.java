package org.broadsheet.methods.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Linear;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is a fully connected network that answers with the log odds of label 1. Its weights start
/// as PyTorch draws them by default.
public final class Network implements Layer {
    private final Recipe.Bend bend;
    private final List<Linear> layers = new ArrayList<>();

    public Network(
            Recipe.Architecture architecture,
            int features,
            Tensors tensors,
            RandomGenerator random) {
        bend = architecture.bend();
        int in = features;
        for (int width : architecture.hidden()) {
            layers.add(new Linear(tensors, in, width, random));
            in = width;
        }
        layers.add(new Linear(tensors, in, 1, random));
    }

    /// From examples (n, features) to log odds (n, 1).
    public Tensor logOdds(Tensor examples) {
        Tensor x = examples;
        for (int i = 0; i < layers.size(); i++) {
            x = layers.get(i).of(x);
            if (i < layers.size() - 1) {
                x = bend == Recipe.Bend.RELU ? x.relu() : x.tanh();
            }
        }
        return x;
    }

    @Override
    public List<Tensor> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }
}
