package org.broadsheet.methods.deeplinear;

import java.util.Arrays;
import org.broadsheet.methods.tensor.Tensor;

/// This is what a linear network is asked to learn: for each column of the inputs the same column
/// of the outputs. Its error is ½ ‖Y - W X‖², the sum over all examples.
///
/// @param inputs X, shape (in, examples)
/// @param outputs Y, shape (out, examples)
public record LinearTask(Tensor inputs, Tensor outputs) {
    public LinearTask {
        if (inputs.rank() != 2 || outputs.rank() != 2 || inputs.shape()[1] != outputs.shape()[1]) {
            throw new IllegalArgumentException(
                    "inputs %s and outputs %s; accepted are (in, examples) and (out, examples)"
                            .formatted(
                                    Arrays.toString(inputs.shape()),
                                    Arrays.toString(outputs.shape())));
        }
        if (!(outputs.square().sum().item() > 0)) {
            throw new IllegalArgumentException(
                    "all outputs are 0: there is nothing to learn; at least one must differ");
        }
    }

    /// The task on whitened inputs, Σ¹¹ = 1, whose correlation of outputs with inputs is Σ³¹.
    ///
    /// @param correlation Σ³¹, shape (out, in)
    public static LinearTask whitened(Tensor correlation) {
        return new LinearTask(
                Matrices.identity(correlation.maker(), correlation.shape()[1]), correlation);
    }

    /// The task to give back the inputs, as autoencoders do.
    public static LinearTask autoencoding(Tensor inputs) {
        return new LinearTask(inputs, inputs);
    }

    /// ½ ‖Y - W X‖², a single number that can be differentiated by what the map was made of.
    ///
    /// @param map W, shape (out, in)
    public Tensor error(Tensor map) {
        return outputs.minus(map.matmul(inputs)).square().sum().times(0.5);
    }

    /// The error of the map that answers 0 to everything, ½ ‖Y‖².
    public double errorOfNothing() {
        return outputs.square().sum().item() / 2;
    }
}
