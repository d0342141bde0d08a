package org.broadsheet.methods.hopfield.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Linear;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.jspecify.annotations.Nullable;

/// This is a classifier of bags: a way of pooling a bag into one vector, and a linear unit on that.
public final class BagClassifier implements Layer {

    /// A way of turning bags (batch, instances, features) into (batch, width), with no regard to
    /// the order of the instances.
    public sealed interface Pooling extends Layer
            permits ByHopfield, ByMean, ByMaximum, ByAttention {
        int width();

        /// Pools; with a random generator as in training, without as in use.
        Tensor pool(Tensor bags, @Nullable RandomGenerator random);
    }

    private final Pooling pooling;
    private final Linear unit;

    public BagClassifier(Tensors tensors, Pooling pooling, RandomGenerator random) {
        this.pooling = pooling;
        this.unit = new Linear(tensors, pooling.width(), 1, random);
    }

    /// The log odds of the label true for each of `bags`: (batch). With a random generator as in
    /// training, without as in use.
    public Tensor logOdds(Tensor bags, @Nullable RandomGenerator random) {
        return unit.of(pooling.pool(bags, random)).reshape(bags.shape()[0]);
    }

    @Override
    public List<Tensor> parameters() {
        return Layer.parametersOf(pooling, unit);
    }

    /// Pooling by a Hopfield layer with one learned query, of instances after an embedding.
    public record ByHopfield(Embedding embedding, HopfieldPooling layer, int width)
            implements Pooling {
        public ByHopfield(
                Tensors tensors,
                Embedding embedding,
                int width,
                Association association,
                RandomGenerator random) {
            this(
                    embedding,
                    new HopfieldPooling(tensors, embedding.width(), 1, width, association, random),
                    width);
        }

        @Override
        public Tensor pool(Tensor bags, @Nullable RandomGenerator random) {
            Tensor embedded = embedding.of(bags);
            Hopfield.Answer answer =
                    random == null ? layer.pool(embedded) : layer.poolToTrain(embedded, random);
            return answer.patterns().reshape(bags.shape()[0], width);
        }

        @Override
        public List<Tensor> parameters() {
            return Layer.parametersOf(embedding, layer);
        }
    }

    /// The mean of the instances after an embedding, a baseline.
    public record ByMean(Embedding embedding) implements Pooling {
        @Override
        public int width() {
            return embedding.width();
        }

        @Override
        public Tensor pool(Tensor bags, @Nullable RandomGenerator random) {
            return embedding.of(bags).mean(1);
        }

        @Override
        public List<Tensor> parameters() {
            return embedding.parameters();
        }
    }

    /// The maximum of each feature over the instances after an embedding, a baseline.
    public record ByMaximum(Embedding embedding) implements Pooling {
        @Override
        public int width() {
            return embedding.width();
        }

        @Override
        public Tensor pool(Tensor bags, @Nullable RandomGenerator random) {
            return embedding.of(bags).max(1);
        }

        @Override
        public List<Tensor> parameters() {
            return embedding.parameters();
        }
    }

    /// The attention pooling of Ilse, Tomczak and Welling (2018), a baseline: instances `h_k` after
    /// an embedding are weighted by the softmax over the bag of `w^T tanh(V h_k)`.
    public record ByAttention(Embedding embedding, Linear hidden, Linear score) implements Pooling {
        public ByAttention(
                Tensors tensors, Embedding embedding, int hidden, RandomGenerator random) {
            this(
                    embedding,
                    new Linear(tensors, embedding.width(), hidden, random),
                    new Linear(tensors, hidden, 1, random));
        }

        @Override
        public int width() {
            return embedding.width();
        }

        @Override
        public Tensor pool(Tensor bags, @Nullable RandomGenerator random) {
            Tensor embedded = embedding.of(bags);
            // (batch, instances, 1) to (batch, 1, instances), so that the softmax is over the bag.
            Tensor weights = score.of(hidden.of(embedded).tanh()).transpose().softmax();
            return weights.matmul(embedded).reshape(bags.shape()[0], width());
        }

        @Override
        public List<Tensor> parameters() {
            return Layer.parametersOf(embedding, hidden, score);
        }
    }

    /// An embedding of each instance: a linear map, then the larger of the result and 0.
    public record Embedding(Linear linear) implements Layer {
        public Embedding(Tensors tensors, int features, int width, RandomGenerator random) {
            this(new Linear(tensors, features, width, random));
        }

        int width() {
            return linear.bias().size();
        }

        Tensor of(Tensor bags) {
            return linear.of(bags).relu();
        }

        @Override
        public List<Tensor> parameters() {
            return linear.parameters();
        }
    }
}
