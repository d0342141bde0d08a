/// Tensors with reverse-mode automatic differentiation, over doubles or floats. The shape logic is
/// written once ([Tensor] and the operations behind it); the loops over plain numbers are below it,
/// in plain Java and on vectors. A model reads like its formula:
///
/// ```java
/// Tensors t = Tensors.doubles();
/// Linear hidden = new Linear(t, 2, 16, random);
/// Linear output = new Linear(t, 16, 1, random);
/// Optimiser adam = new Adam(Layer.parametersOf(hidden, output), 0.01);
/// for (int step = 0; step < 1_000; step++)
///     adam.step(() -> output.of(hidden.of(x).tanh()).minus(y).square().mean());
/// ```
@NullMarked
package org.broadsheet.methods.tensor;

import org.jspecify.annotations.NullMarked;
