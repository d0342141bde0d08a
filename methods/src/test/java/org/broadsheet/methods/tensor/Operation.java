package org.broadsheet.methods.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// This is an operation with inputs to try it on, and the list of all of them.
///
/// @param low the least number an input may be
/// @param high the largest
record Operation(
        String name,
        double low,
        double high,
        Function<List<Tensor>, Tensor> result,
        int[]... shapes) {
    static final int[] LABELS = {2, 0, 1};

    /// Inputs that are the same for every maker of tensors.
    List<Tensor> inputs(Tensors tensors) {
        RandomGenerator random = new SplittableRandom(7);
        List<Tensor> inputs = new ArrayList<>();
        for (int[] shape : shapes) {
            inputs.add(tensors.uniform(random, low, high, shape).parameter());
        }
        return inputs;
    }

    Tensor apply(List<Tensor> inputs) {
        return result.apply(inputs);
    }

    /// A single number by which every element of the result counts differently.
    Tensor loss(List<Tensor> inputs) {
        Tensor result = apply(inputs);
        Tensor weights = result.maker().uniform(new SplittableRandom(8), -1, 1, result.shape());
        return result.times(weights).sum();
    }

    @Override
    public String toString() {
        return name;
    }

    static List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        all.add(one("negate", -2, 2, Tensor::negate));
        all.add(one("exp", -2, 2, Tensor::exp));
        all.add(one("log", 0.2, 3, Tensor::log));
        all.add(one("sin", -4, 4, Tensor::sin));
        all.add(one("cos", -4, 4, Tensor::cos));
        all.add(one("tanh", -3, 3, Tensor::tanh));
        all.add(one("sigmoid", -6, 6, Tensor::sigmoid));
        all.add(one("softplus", -6, 6, Tensor::softplus));
        all.add(one("relu", -1, 1, Tensor::relu));
        all.add(one("gelu", -4, 4, Tensor::gelu));
        all.add(one("sqrt", 0.1, 3, Tensor::sqrt));
        all.add(one("square", -2, 2, Tensor::square));
        all.add(one("abs", -1, 1, Tensor::abs));
        all.add(one("pow", 0.2, 2, x -> x.pow(2.5)));
        all.add(one("plus number", -1, 1, x -> x.plus(0.5)));
        all.add(one("minus number", -1, 1, x -> x.minus(0.5)));
        all.add(one("times number", -1, 1, x -> x.times(-1.5)));
        all.add(one("over number", -1, 1, x -> x.over(3)));
        all.add(one("dropout", -1, 1, x -> x.dropout(0.4, new SplittableRandom(3))));
        for (int[][] shapes :
                new int[][][] {
                    {{3, 5}, {3, 5}},
                    {{3, 5}, {5}},
                    {{3, 1}, {5}},
                    {{}, {3, 5}},
                    {{2, 1, 4}, {3, 1}},
                    {{2, 3, 1}, {1, 3, 7}},
                    {{17}, {1}}
                }) {
            all.add(two("plus", -1, 1, Tensor::plus, shapes));
            all.add(two("minus", -1, 1, Tensor::minus, shapes));
            all.add(two("times", -1, 1, Tensor::times, shapes));
            all.add(two("over", 0.5, 2, Tensor::over, shapes));
            all.add(two("minimum", -1, 1, Tensor::minimum, shapes));
            all.add(two("maximum", -1, 1, Tensor::maximum, shapes));
            all.add(
                    two(
                            "where",
                            -1,
                            1,
                            (x, y) -> x.greaterThan(y).where(x.times(2), y.square()),
                            shapes));
        }
        all.add(two("matmul", -1, 1, Tensor::matmul, new int[] {3, 4}, new int[] {4, 5}));
        all.add(two("matmul wide", -1, 1, Tensor::matmul, new int[] {9, 3}, new int[] {3, 37}));
        all.add(two("matmul deep", -1, 1, Tensor::matmul, new int[] {2, 300}, new int[] {300, 2}));
        all.add(two("matmul folded", -1, 1, Tensor::matmul, new int[] {2, 3, 4}, new int[] {4, 5}));
        all.add(
                two(
                        "matmul batched",
                        -1,
                        1,
                        Tensor::matmul,
                        new int[] {2, 3, 4},
                        new int[] {2, 4, 5}));
        all.add(
                two(
                        "matmul broadcast",
                        -1,
                        1,
                        Tensor::matmul,
                        new int[] {2, 1, 3, 4},
                        new int[] {3, 4, 5}));
        all.add(
                two(
                        "matmul one to many",
                        -1,
                        1,
                        Tensor::matmul,
                        new int[] {3, 4},
                        new int[] {2, 4, 5}));
        all.add(
                two(
                        "matmulTransposed",
                        -1,
                        1,
                        Tensor::matmulTransposed,
                        new int[] {3, 4},
                        new int[] {5, 4}));
        all.add(
                two(
                        "matmulTransposed batched",
                        -1,
                        1,
                        Tensor::matmulTransposed,
                        new int[] {2, 3, 4},
                        new int[] {2, 5, 4}));
        all.add(
                two(
                        "matmulTransposed folded",
                        -1,
                        1,
                        Tensor::matmulTransposed,
                        new int[] {2, 3, 4},
                        new int[] {5, 4}));
        all.add(
                two(
                        "transposedMatmul",
                        -1,
                        1,
                        Tensor::transposedMatmul,
                        new int[] {4, 3},
                        new int[] {4, 5}));
        all.add(
                two(
                        "transposedMatmul batched",
                        -1,
                        1,
                        Tensor::transposedMatmul,
                        new int[] {2, 4, 3},
                        new int[] {4, 5}));
        all.add(cube("sum", Tensor::sum));
        all.add(cube("sum of an axis", x -> x.sum(1)));
        all.add(cube("sum of two axes", x -> x.sum(0, -1)));
        all.add(cube("mean", Tensor::mean));
        all.add(cube("mean of an axis", x -> x.mean(-1)));
        all.add(cube("max", Tensor::max));
        all.add(cube("max of an axis", x -> x.max(1)));
        all.add(cube("min of an axis", x -> x.min(2)));
        all.add(cube("softmax", Tensor::softmax));
        all.add(cube("logSoftmax", Tensor::logSoftmax));
        all.add(cube("logSumExp", Tensor::logSumExp));
        all.add(cube("layerNorm", x -> x.layerNorm(1e-5)));
        all.add(
                new Operation(
                        "crossEntropy",
                        -2,
                        2,
                        x -> x.get(0).crossEntropy(LABELS),
                        new int[] {3, 4}));
        all.add(cube("reshape", x -> x.reshape(6, -1)));
        all.add(cube("unsqueeze", x -> x.unsqueeze(-1)));
        all.add(cube("permute", x -> x.permute(2, 0, 1)));
        all.add(cube("transpose", Tensor::transpose));
        all.add(cube("slice", x -> x.slice(1, 1, 3)));
        all.add(cube("slice of the last axis", x -> x.slice(-1, 2, 4)));
        all.add(cube("select", x -> x.select(1, 2, 0, 2)));
        all.add(cube("gather", x -> x.gather(-1, 4, 0, 1, 2, 3, 3)));
        all.add(
                cube(
                        "gather of the first axis",
                        x -> x.gather(0, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0)));
        all.add(
                new Operation(
                        "concat",
                        -1,
                        1,
                        x -> Tensor.concat(1, x.get(0), x.get(1), x.get(0)),
                        new int[] {2, 3, 2},
                        new int[] {2, 1, 2}));
        all.add(
                new Operation(
                        "linear",
                        -1,
                        1,
                        x -> new Linear(x.get(1), x.get(2)).of(x.get(0)),
                        new int[] {3, 4},
                        new int[] {5, 4},
                        new int[] {5}));
        return all;
    }

    private static Operation one(String name, double low, double high, UnaryOperator<Tensor> f) {
        return new Operation(name, low, high, x -> f.apply(x.get(0)), new int[] {3, 7});
    }

    private static Operation cube(String name, UnaryOperator<Tensor> f) {
        return new Operation(name, -2, 2, x -> f.apply(x.get(0)), new int[] {2, 3, 5});
    }

    private static Operation two(
            String name, double low, double high, BinaryOperator<Tensor> f, int[]... shapes) {
        String shapesText = Shapes.text(shapes[0]) + Shapes.text(shapes[1]);
        return new Operation(
                name + " " + shapesText, low, high, x -> f.apply(x.get(0), x.get(1)), shapes);
    }
}
