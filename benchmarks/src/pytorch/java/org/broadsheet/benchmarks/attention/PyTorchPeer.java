package org.broadsheet.benchmarks.attention;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.ArrayList;
import java.util.List;

/// PyTorch through DJL, with its automatic differentiation and its Adam, on one thread.
public final class PyTorchPeer implements Peer {
    private static final int BATCH = 256;
    private static final int LENGTH = 40;
    private static final int DIMENSION = 5;
    private static final int WIDTH = DIMENSION + 1;
    private static final int HEADS = 2;

    private final Engine engine = Engine.getInstance();
    private final NDManager manager = NDManager.newBaseManager();

    /// For the ServiceLoader.
    public PyTorchPeer() {
        JniUtils.setNumThreads(1);
    }

    @Override
    public String name() {
        return "PyTorch " + engine.getVersion() + ", one thread";
    }

    @Override
    public Runnable inContextStep() {
        List<NDArray> weights = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            weights.add(weight(new Shape(HEADS, WIDTH, WIDTH)));
        }
        weights.add(weight(new Shape(HEADS, 1, WIDTH)));
        Optimizer adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.001f)).build();
        return () -> {
            try (NDManager step = manager.newSubManager();
                    GradientCollector collector = engine.newGradientCollector()) {
                NDArray loss = inContextLoss(weights, step);
                collector.backward(loss);
                for (int i = 0; i < weights.size(); i++) {
                    try (NDArray gradient = weights.get(i).getGradient()) {
                        adam.update("w" + i, weights.get(i), gradient);
                    }
                }
                collector.zeroGradients();
            }
        };
    }

    private NDArray weight(Shape shape) {
        double bound = 1 / Math.sqrt(WIDTH);
        NDArray weight =
                manager.randomUniform((float) -bound, (float) bound, shape, DataType.FLOAT32);
        weight.setRequiresGradient(true);
        return weight;
    }

    private static NDArray inContextLoss(List<NDArray> weights, NDManager step) {
        NDArray inputs = normal(step, new Shape(BATCH, LENGTH + 1, DIMENSION));
        NDArray beta =
                normal(step, new Shape(BATCH, DIMENSION, 1)).div((float) Math.sqrt(DIMENSION));
        NDArray noise =
                normal(step, new Shape(BATCH, LENGTH + 1, 1)).mul((float) Math.sqrt(0.1));
        NDArray labels = inputs.matMul(beta).add(noise);
        NDArray all = inputs.concat(labels, 2);
        NDArray tokens = all.get(":, :" + LENGTH + ", :");
        NDArray target = labels.get(":, " + LENGTH + ", 0");
        NDArray query =
                inputs.get(":, " + LENGTH + ", :").concat(step.zeros(new Shape(BATCH, 1)), 1);
        // (heads, width, width), (batch, width): scores of (heads, batch, 1, length).
        NDArray keyQuery =
                owned(weights.get(0), step)
                        .transpose(0, 2, 1)
                        .matMul(weights.get(1))
                        .div((float) Math.sqrt(WIDTH));
        NDArray pull =
                query.reshape(1, BATCH, WIDTH)
                        .matMul(keyQuery.transpose(0, 2, 1))
                        .reshape(HEADS, BATCH, 1, WIDTH);
        NDArray keys = tokens.transpose(0, 2, 1).reshape(1, BATCH, WIDTH, LENGTH);
        NDArray shares = pull.matMul(keys).softmax(-1);
        NDArray mixture =
                shares.matMul(tokens.reshape(1, BATCH, LENGTH, WIDTH))
                        .reshape(HEADS, BATCH, WIDTH);
        NDArray outputValue = owned(weights.get(3), step).matMul(weights.get(2));
        NDArray prediction =
                mixture.matMul(outputValue.transpose(0, 2, 1)).sum(new int[] {0}).reshape(BATCH);
        return prediction.sub(target).square().mean();
    }

    private static NDArray normal(NDManager step, Shape shape) {
        return step.randomNormal(0, 1, shape, DataType.FLOAT32);
    }

    /// Results belong to the manager of the first operand: a view of the weight that goes with the
    /// step.
    private static NDArray owned(NDArray weight, NDManager step) {
        NDArray view = weight.reshape(weight.getShape());
        view.attach(step);
        return view;
    }

    @Override
    public Runnable jointStep() {
        NDArray tokens = manager.randomNormal(0, 1, new Shape(6, 8, 10), DataType.FLOAT64);
        NDArray queries = manager.randomNormal(0, 1, new Shape(6, 10, 1), DataType.FLOAT64);
        NDArray head = manager.randomNormal(0, 1, new Shape(10, 1), DataType.FLOAT64);
        NDArray weights = manager.randomNormal(0, 0.3f, new Shape(10, 10), DataType.FLOAT64);
        weights.setRequiresGradient(true);
        return () -> {
            try (NDManager step = manager.newSubManager()) {
                try (GradientCollector collector = engine.newGradientCollector()) {
                    NDArray pull = owned(weights, step).matMul(queries);
                    NDArray shares =
                            owned(tokens, step).matMul(pull).transpose(0, 2, 1).softmax(-1);
                    NDArray margin = shares.matMul(tokens).matMul(head);
                    collector.backward(margin.neg().exp().add(1).log().mean());
                }
                NDArray gradient = weights.getGradient();
                gradient.attach(step);
                weights.subi(gradient.div(gradient.norm()).mul(0.1));
                gradient.subi(gradient.duplicate());
            }
        };
    }
}
