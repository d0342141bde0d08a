package org.broadsheet.methods.hopfield.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is the layer `HopfieldPooling` of arXiv:2008.02217: the state patterns are learned and the
/// same for every input, so a set of stored patterns of any size becomes a fixed number of answers,
/// whatever the order of the set.
public final class HopfieldPooling implements Layer {
    private final Tensor queries;
    private final Hopfield hopfield;

    /// Pools sets of patterns of `features` into `queries` patterns of `output` features.
    public HopfieldPooling(
            Tensors tensors,
            int features,
            int queries,
            int output,
            Association association,
            RandomGenerator random) {
        if (queries < 1) {
            throw new IllegalArgumentException(
                    "%d queries are asked for; at least 1 is needed".formatted(queries));
        }
        this.queries = tensors.normal(random, 1, queries, features).parameter();
        this.hopfield =
                new Hopfield(
                        tensors,
                        new Hopfield.Features(features, features, output),
                        association,
                        random);
    }

    /// Pools `sets` (batch, patterns, features) to (batch, queries, output).
    public Hopfield.Answer pool(Tensor sets) {
        return hopfield.associate(queries, sets);
    }

    /// The same with associations dropped at random, for training.
    public Hopfield.Answer poolToTrain(Tensor sets, RandomGenerator random) {
        return hopfield.associateToTrain(queries, sets, random);
    }

    @Override
    public List<Tensor> parameters() {
        List<Tensor> parameters = new ArrayList<>(List.of(queries));
        parameters.addAll(hopfield.parameters());
        return List.copyOf(parameters);
    }
}
