package org.broadsheet.methods.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/// The same losses and gradients as PyTorch (profile `oracle`), in doubles.
class PyTorchTest {
    /// Sums of some hundred numbers near 1, rounded in another order.
    private static final double ROUNDING = 1e-12;

    private static final Tensors TENSORS = Tensors.doubles();

    @Test
    void anAttentionLayerIsTheSame() {
        compare(
                x -> {
                    Tensor q = x.get(0).matmulTransposed(x.get(1));
                    Tensor scores = q.matmulTransposed(x.get(0)).times(0.35).softmax();
                    return scores.matmul(x.get(0)).square().mean();
                },
                x -> {
                    NDArray q = x.get(0).matMul(x.get(1).transpose());
                    NDArray keys = x.get(0).transpose(0, 2, 1);
                    NDArray scores = q.matMul(keys).mul(0.35).softmax(-1);
                    return scores.matMul(x.get(0)).square().mean();
                },
                new int[] {3, 7, 8},
                new int[] {8, 8});
    }

    @Test
    void aClassifierWithGeluAndLayerNormIsTheSame() {
        int[] labels = {2, 0, 1, 1, 2, 0};
        compare(
                x -> {
                    Tensor hidden = new Linear(x.get(1), x.get(2)).of(x.get(0)).gelu();
                    Tensor normal = hidden.layerNorm(1e-5).times(x.get(3)).plus(x.get(4));
                    return normal.matmul(x.get(5)).crossEntropy(labels);
                },
                x -> {
                    NDArray sum = x.get(0).matMul(x.get(1).transpose()).add(x.get(2));
                    NDArray hidden = Activation.gelu(sum);
                    NDArray centred = hidden.sub(hidden.mean(new int[] {-1}, true));
                    NDArray variance = centred.square().mean(new int[] {-1}, true);
                    NDArray normal = centred.div(variance.add(1e-5).sqrt());
                    NDArray logits = normal.mul(x.get(3)).add(x.get(4)).matMul(x.get(5));
                    NDArray chosen =
                            logits.logSoftmax(-1)
                                    .mul(
                                            x.get(0)
                                                    .getManager()
                                                    .create(labels)
                                                    .oneHot(3, DataType.FLOAT64));
                    return chosen.sum().div(-labels.length);
                },
                new int[] {6, 5},
                new int[] {9, 5},
                new int[] {9},
                new int[] {9},
                new int[] {9},
                new int[] {9, 3});
    }

    @Test
    void functionsOfElementsAreTheSame() {
        compare(
                x -> {
                    Tensor a = x.get(0);
                    Tensor b = x.get(1);
                    Tensor sum = a.tanh().plus(a.sigmoid()).plus(a.softplus()).plus(a.relu());
                    Tensor more =
                            a.exp().times(b).minus(a.abs().plus(1).log()).over(b.square().plus(2));
                    return sum.plus(more).plus(a.maximum(b)).plus(a.sin()).mean();
                },
                x -> {
                    NDArray a = x.get(0);
                    NDArray b = x.get(1);
                    NDArray sum =
                            a.tanh()
                                    .add(Activation.sigmoid(a))
                                    .add(Activation.softPlus(a))
                                    .add(Activation.relu(a));
                    NDArray more = a.exp().mul(b).sub(a.abs().add(1).log()).div(b.square().add(2));
                    return sum.add(more).add(NDArrays.maximum(a, b)).add(a.sin()).mean();
                },
                new int[] {4, 6},
                new int[] {6});
    }

    @Test
    void movesAndReductionsAreTheSame() {
        compare(
                x -> {
                    Tensor a = x.get(0).permute(2, 0, 1).slice(1, 1, 3).reshape(10, 4);
                    return a.max(1).plus(a.sum(-1)).square().sum().plus(a.logSumExp().sum());
                },
                x -> {
                    NDArray a =
                            x.get(0).transpose(2, 0, 1).get(new NDIndex(":, 1:3")).reshape(10, 4);
                    NDArray squares =
                            a.max(new int[] {1}).add(a.sum(new int[] {-1})).square().sum();
                    return squares.add(a.exp().sum(new int[] {-1}).log().sum());
                },
                new int[] {3, 4, 5});
    }

    private static void compare(
            Function<List<Tensor>, Tensor> ours,
            Function<List<NDArray>, NDArray> theirs,
            int[]... shapes) {
        SplittableRandom random = new SplittableRandom(9);
        List<Tensor> inputs =
                Arrays.stream(shapes)
                        .map(shape -> TENSORS.normal(random, shape).parameter())
                        .toList();
        Tensor loss = ours.apply(inputs);
        loss.backward();
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            List<NDArray> copies = inputs.stream().map(input -> copy(manager, input)).toList();
            NDArray expected = theirs.apply(copies);
            collector.backward(expected);
            assertThat(loss.item()).isCloseTo(expected.getDouble(), within(ROUNDING));
            for (int i = 0; i < inputs.size(); i++) {
                assertThat(inputs.get(i).gradient().toArray())
                        .containsExactly(
                                copies.get(i).getGradient().toDoubleArray(), within(ROUNDING));
            }
        }
    }

    private static NDArray copy(NDManager manager, Tensor input) {
        long[] shape = Arrays.stream(input.shape()).asLongStream().toArray();
        NDArray copy = manager.create(input.toArray(), new Shape(shape));
        copy.setRequiresGradient(true);
        return copy;
    }
}
