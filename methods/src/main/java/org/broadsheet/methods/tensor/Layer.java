package org.broadsheet.methods.tensor;

import java.util.Arrays;
import java.util.List;

/// This is something with parameters to learn.
public interface Layer {
    /// Its parameters, always in the same order.
    List<Tensor> parameters();

    /// The parameters of several, one after another.
    static List<Tensor> parametersOf(Layer... layers) {
        return Arrays.stream(layers).flatMap(layer -> layer.parameters().stream()).toList();
    }
}
