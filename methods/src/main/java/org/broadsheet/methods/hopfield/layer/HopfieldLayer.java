package org.broadsheet.methods.hopfield.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is the layer `HopfieldLayer` of arXiv:2008.02217: the stored patterns are learned and the
/// same for every input, which looks up what belongs to it.
public final class HopfieldLayer implements Layer {
    private final Tensor stored;
    private final Hopfield hopfield;

    /// Looks up patterns of `features` among `stored` learned ones and answers with `output`
    /// features.
    public HopfieldLayer(
            Tensors tensors,
            int features,
            int stored,
            int output,
            Association association,
            RandomGenerator random) {
        if (stored < 1) {
            throw new IllegalArgumentException(
                    "%d stored patterns are asked for; at least 1 is needed".formatted(stored));
        }
        this.stored = tensors.normal(random, 1, stored, features).parameter();
        this.hopfield =
                new Hopfield(
                        tensors,
                        new Hopfield.Features(features, features, output),
                        association,
                        random);
    }

    /// Looks up `states` (batch, states, features): (batch, states, output).
    public Hopfield.Answer lookUp(Tensor states) {
        return hopfield.associate(states, stored);
    }

    /// The same with associations dropped at random, for training.
    public Hopfield.Answer lookUpToTrain(Tensor states, RandomGenerator random) {
        return hopfield.associateToTrain(states, stored, random);
    }

    @Override
    public List<Tensor> parameters() {
        List<Tensor> parameters = new ArrayList<>(List.of(stored));
        parameters.addAll(hopfield.parameters());
        return List.copyOf(parameters);
    }
}
