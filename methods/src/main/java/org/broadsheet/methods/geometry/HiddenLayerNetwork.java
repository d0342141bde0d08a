package org.broadsheet.methods.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Linear;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is a network with hidden layers of one nonlinearity and linear read-outs: h = f(W x + b), z
/// = V h + c, where z are the log odds of the outputs (arXiv:2401.13558 has one hidden layer).
public final class HiddenLayerNetwork implements Layer {
    private final List<Linear> hidden = new ArrayList<>();
    private final Linear readOut;
    private final Activation activation;

    /// The numbers that a network is made of.
    ///
    /// @param inputs of a sample
    /// @param hidden neurons of each hidden layer
    /// @param layers hidden layers, at least 1
    /// @param outputs read-outs
    public record Shape(int inputs, int hidden, int layers, int outputs) {
        public Shape {
            if (inputs < 1 || hidden < 1 || layers < 1 || outputs < 1) {
                throw new IllegalArgumentException(
                        "%d inputs, %d hidden neurons in %d layers, %d outputs; accepted is 1 or more of each"
                                .formatted(inputs, hidden, layers, outputs));
            }
        }
    }

    /// With weights and biases drawn as PyTorch does by default, the weights of hidden layers
    /// scaled.
    ///
    /// @param scale of the hidden layers' weights at the start, above 0; 1 for the default
    public HiddenLayerNetwork(
            Tensors tensors,
            Shape shape,
            Activation activation,
            double scale,
            RandomGenerator random) {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "scale: " + scale + "; accepted are finite numbers above 0");
        }
        this.activation = activation;
        for (int layer = 0; layer < shape.layers(); layer++) {
            int below = layer == 0 ? shape.inputs() : shape.hidden();
            Linear drawn = new Linear(tensors, below, shape.hidden(), random);
            hidden.add(new Linear(drawn.weight().detach().times(scale).parameter(), drawn.bias()));
        }
        readOut = new Linear(tensors, shape.hidden(), shape.outputs(), random);
    }

    /// The activity of a hidden layer: from (samples, inputs) to (samples, hidden).
    ///
    /// @param layer from 1
    public Tensor hidden(Tensor inputs, int layer) {
        Tensor activity = inputs;
        for (Linear one : hidden.subList(0, layer)) {
            activity = activation.of(one.of(activity));
        }
        return activity;
    }

    /// The log odds of each output being 1: from (samples, inputs) to (samples, outputs).
    public Tensor logits(Tensor inputs) {
        return readOut.of(hidden(inputs, hidden.size()));
    }

    /// The mean over samples and outputs of the Bernoulli loss, -log p(label).
    ///
    /// @param labels 0 or 1: (samples, outputs)
    public Tensor loss(Tensor inputs, Tensor labels) {
        Tensor logits = logits(inputs);
        return logits.softplus().minus(labels.times(logits)).mean();
    }

    /// The share of right answers, an output above even odds being 1, over samples and outputs.
    public double rightAnswers(ConditionTask task, ConditionTask.Samples samples) {
        double[] odds = logits(inputWeights().maker().of(samples.inputs())).toArray();
        int right = 0;
        for (int i = 0; i < odds.length; i++) {
            int condition = samples.condition()[i / task.outputs()];
            boolean isOne = task.labels()[condition][i % task.outputs()] == 1;
            right += odds[i] > 0 == isOne ? 1 : 0;
        }
        return (double) right / odds.length;
    }

    /// Hidden layers.
    public int layers() {
        return hidden.size();
    }

    /// The weights of the first hidden layer: (hidden, inputs).
    public Tensor inputWeights() {
        return hidden.getFirst().weight().detach();
    }

    @Override
    public List<Tensor> parameters() {
        List<Tensor> all = new ArrayList<>();
        hidden.forEach(one -> all.addAll(one.parameters()));
        all.addAll(readOut.parameters());
        return all;
    }
}
