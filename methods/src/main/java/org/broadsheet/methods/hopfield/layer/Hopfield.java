package org.broadsheet.methods.hopfield.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Linear;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/// This is the layer `Hopfield` of arXiv:2008.02217: it associates state patterns `R` with stored
/// patterns `Y`, both given. For each head, with `Q = R W_Q`, `K = Y W_K` and `V = K W_V`,
///
/// `Z = softmax(beta Q' K^T) V`, `Q' = Q` updated some times by `Q' <- softmax(beta Q' K^T) K`
///
/// (equation 10 for one update). So the keys are the stored patterns of a modern Hopfield network,
/// the queries its states, and only the last step reads the values. `W_V` sees the keys of all
/// heads, a last projection mixes the heads. All projections have a bias, as in PyTorch.
public final class Hopfield implements Layer {
    private final Association association;
    private final Linear query;
    private final Linear key;
    private final Linear value;
    private final Linear output;
    private final @Nullable PatternNorm stateNorm;
    private final @Nullable PatternNorm storedNorm;
    private final Tensor betas;

    /// How many features the patterns have that go in and come out.
    public record Features(int state, int stored, int output) {}

    public Hopfield(
            Tensors tensors, Features features, Association association, RandomGenerator random) {
        this.association = association;
        int width = Math.multiplyExact(association.heads(), association.size());
        query = new Linear(tensors, features.state(), width, random);
        key = new Linear(tensors, features.stored(), width, random);
        value = new Linear(tensors, width, width, random);
        output = new Linear(tensors, width, features.output(), random);
        boolean normalised = association.normalisation() == Association.Normalisation.LAYER_NORM;
        stateNorm = normalised ? new PatternNorm(tensors, features.state()) : null;
        storedNorm = normalised ? new PatternNorm(tensors, features.stored()) : null;
        double[] temperatures =
                association.betas().stream().mapToDouble(Double::doubleValue).toArray();
        betas = tensors.of(temperatures, association.heads(), 1, 1);
    }

    /// What the layer answers: `patterns` (batch, states, output features), read through
    /// `associations` (batch, heads, states, stored), whose last axis sums to 1; `updates` is how
    /// often the states were updated, the last, which reads the values, included.
    public record Answer(Tensor patterns, Tensor associations, int updates) {}

    /// Associates `state` (batch, states, features) with `stored` (batch, stored, features). A
    /// batch of 1 serves all elements of the other's batch.
    public Answer associate(Tensor state, Tensor stored) {
        return associate(state, stored, null);
    }

    /// The same with associations dropped at random, for training.
    public Answer associateToTrain(Tensor state, Tensor stored, RandomGenerator random) {
        return associate(state, stored, random);
    }

    private Answer associate(Tensor state, Tensor stored, @Nullable RandomGenerator random) {
        requirePatterns("state", state, query);
        requirePatterns("stored", stored, key);
        Tensor keys = key.of(normalised(stored, storedNorm));
        Tensor queries = query.of(normalised(state, stateNorm));
        Recall recall = Recall.of(heads(queries), heads(keys), betas, association.updates());
        Tensor kept =
                random == null || association.dropout() == 0
                        ? recall.associations()
                        : recall.associations().dropout(association.dropout(), random);
        Tensor read = merged(kept.matmul(heads(value.of(keys))));
        return new Answer(output.of(read), recall.associations(), recall.updates());
    }

    /// From (batch, patterns, heads * size) to (batch, heads, patterns, size).
    private Tensor heads(Tensor patterns) {
        int[] shape = patterns.shape();
        return patterns.reshape(shape[0], shape[1], association.heads(), association.size())
                .permute(0, 2, 1, 3);
    }

    private static Tensor merged(Tensor heads) {
        int[] shape = heads.shape();
        return heads.permute(0, 2, 1, 3).reshape(shape[0], shape[2], shape[1] * shape[3]);
    }

    private static Tensor normalised(Tensor patterns, @Nullable PatternNorm norm) {
        return norm == null ? patterns : norm.of(patterns);
    }

    private static void requirePatterns(String what, Tensor patterns, Linear projection) {
        int features = projection.weight().shape()[1];
        int[] shape = patterns.shape();
        if (shape.length != 3 || shape[2] != features) {
            throw new IllegalArgumentException(
                    "The %s patterns have the shape %s; (batch, patterns, %d) is accepted"
                            .formatted(what, Arrays.toString(shape), features));
        }
        for (double element : patterns.toArray()) {
            if (!Double.isFinite(element)) {
                throw new IllegalArgumentException(
                        "The %s patterns hold %s; only finite numbers are accepted"
                                .formatted(what, element));
            }
        }
    }

    Association association() {
        return association;
    }

    Linear query() {
        return query;
    }

    Linear key() {
        return key;
    }

    Linear value() {
        return value;
    }

    Linear output() {
        return output;
    }

    @Override
    public List<Tensor> parameters() {
        List<Tensor> parameters = new ArrayList<>(Layer.parametersOf(query, key, value, output));
        if (stateNorm != null && storedNorm != null) {
            parameters.addAll(Layer.parametersOf(stateNorm, storedNorm));
        }
        return List.copyOf(parameters);
    }
}
