package org.broadsheet.benchmarks.tensor;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Gradients;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Linear;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Losses with their backward pass, from tiny to what the papers' experiments do.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // by JMH
public class Steps {
    private static final int LAYERS = 10;
    private static final int ADDITIONS = 20;
    private static final int POINTS = 5_000;

    @Param Kind kind = Kind.FLOATS;

    @Param({"1", "2"})
    int threads;

    private Tensor input;
    private Tensor weight;
    private Tensor small;
    private Tensor query;
    private Tensor key;
    private Tensor value;
    private Tensor points;
    private List<Linear> layers;

    @Setup
    public void fill() {
        Tensors tensors = kind.tensors(threads);
        RandomGenerator random = new SplittableRandom(1);
        input = tensors.normal(random, 4, 8);
        weight = tensors.normal(random, 8, 8).parameter();
        small = tensors.normal(random, 4).parameter();
        query = tensors.normal(random, 64 * 8, 64, 64).parameter();
        key = tensors.normal(random, 64 * 8, 64, 64).parameter();
        value = tensors.normal(random, 64 * 8, 64, 64).parameter();
        points = tensors.normal(random, POINTS, 2);
        layers =
                List.of(
                        new Linear(tensors, 2, 64, random),
                        new Linear(tensors, 64, 64, random),
                        new Linear(tensors, 64, 64, random),
                        new Linear(tensors, 64, 64, random),
                        new Linear(tensors, 64, 1, random));
    }

    /// A product of (4, 8) and (8, 8) and a tanh, ten times; the time is that of one operation.
    @Benchmark
    @OperationsPerInvocation(2 * LAYERS)
    public Tensor tinyLayer() {
        Tensor x = input;
        for (int i = 0; i < LAYERS; i++) {
            x = x.matmul(weight).tanh();
        }
        return gradient(x.sum(), weight);
    }

    /// A sum of four numbers each; the time is that of one addition.
    @Benchmark
    @OperationsPerInvocation(ADDITIONS)
    public Tensor tinySum() {
        Tensor x = small;
        for (int i = 0; i < ADDITIONS; i++) {
            x = x.plus(small);
        }
        return gradient(x.sum(), small);
    }

    /// Attention of 64 batches, 8 heads, 64 places and 64 numbers each.
    @Benchmark
    public Tensor attention() {
        Tensor scores = query.matmulTransposed(key).times(0.125).softmax();
        Gradients.clear(List.of(key, value));
        return gradient(scores.matmul(value).square().mean(), query);
    }

    /// The heat equation at 5,000 points by a network of 4 layers of 64.
    @Benchmark
    public Tensor heatEquation() {
        Jet u = Jet.inputs(points);
        for (Linear layer : layers.subList(0, layers.size() - 1)) {
            u = u.apply(layer).tanh();
        }
        u = u.apply(layers.getLast());
        Gradients.clear(Layer.parametersOf(layers.toArray(Linear[]::new)));
        Tensor residual = u.first(1).minus(u.second(0));
        return gradient(residual.square().mean(), layers.getFirst().weight());
    }

    private static Tensor gradient(Tensor loss, Tensor parameter) {
        Gradients.clear(List.of(parameter));
        loss.backward();
        return parameter.gradient();
    }
}
