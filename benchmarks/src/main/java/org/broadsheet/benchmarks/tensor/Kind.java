package org.broadsheet.benchmarks.tensor;

import org.broadsheet.methods.tensor.Kernels;
import org.broadsheet.methods.tensor.Tensors;

/// The number type and kernels of a measurement.
public enum Kind {
    FLOATS(Tensors.floats()),
    DOUBLES(Tensors.doubles()),
    PLAIN_FLOATS(Tensors.floats().with(Kernels.PLAIN));

    private final Tensors tensors;

    Kind(Tensors tensors) {
        this.tensors = tensors;
    }

    Tensors tensors(int threads) {
        return tensors.threads(threads);
    }
}
