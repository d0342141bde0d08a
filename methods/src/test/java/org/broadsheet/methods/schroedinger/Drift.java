package org.broadsheet.methods.schroedinger;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// How far something strays from its first value.
final class Drift {
    private Drift() {}

    /// The largest relative distance from the first value.
    static double of(List<Wave> waves, ToDoubleFunction<Wave> quantity) {
        double first = quantity.applyAsDouble(waves.getFirst());
        return waves.stream()
                .mapToDouble(wave -> Math.abs(quantity.applyAsDouble(wave) / first - 1))
                .max()
                .orElseThrow();
    }
}
