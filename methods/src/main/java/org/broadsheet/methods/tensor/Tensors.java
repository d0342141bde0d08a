package org.broadsheet.methods.tensor;

import java.util.random.RandomGenerator;

/// This makes tensors of one number type. Everything that is computed from them has the same type,
/// kernels and threads; tensors of two makers do not mix. It holds no state and can be shared.
///
/// Doubles are for theory (fixed points, gradients to many digits), floats are twice as fast.
public final class Tensors {
    private enum Element {
        DOUBLE,
        FLOAT
    }

    private final Element element;
    private final Kernels kernels;
    final int threads;

    private Tensors(Element element, Kernels kernels, int threads) {
        this.element = element;
        this.kernels = kernels;
        this.threads = threads;
    }

    /// Tensors of doubles with the best kernels, on two threads.
    public static Tensors doubles() {
        return new Tensors(Element.DOUBLE, Kernels.best(), 2);
    }

    /// Tensors of floats with the best kernels, on two threads.
    public static Tensors floats() {
        return new Tensors(Element.FLOAT, Kernels.best(), 2);
    }

    /// The same with other kernels.
    ///
    /// @throws IllegalStateException if this JVM or processor does not have them
    public Tensors with(Kernels kernels) {
        if (kernels == Kernels.VECTOR && Kernels.best() != Kernels.VECTOR) {
            throw new IllegalStateException(
                    "kernels vector-256 are not there; they need --add-modules jdk.incubator.vector"
                            + " and a processor with vectors of 256 bits");
        }
        return new Tensors(element, kernels, threads);
    }

    /// The same with at most so many threads; the digits do not depend on it.
    ///
    /// @param threads 1 to 64
    public Tensors threads(int threads) {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("threads: " + threads + "; accepted are 1 to 64");
        }
        return new Tensors(element, kernels, threads);
    }

    public Kernels kernels() {
        return kernels;
    }

    /// The relative spacing of the numbers: 2^-52 for doubles, 2^-23 for floats.
    public double spacing() {
        return element == Element.DOUBLE ? Math.ulp(1.0) : Math.ulp(1f);
    }

    public Tensor zeros(int... shape) {
        return constant(array(Shapes.size(Shapes.checked(shape))), shape);
    }

    public Tensor full(double value, int... shape) {
        Tensor tensor = zeros(shape);
        tensor.data.fill(0, value, tensor.size());
        return tensor;
    }

    public Tensor scalar(double value) {
        return full(value);
    }

    /// @param values all elements, the last axis running fastest
    /// @throws IllegalArgumentException if the shape has another number of elements
    public Tensor of(double[] values, int... shape) {
        Tensor tensor = zeros(shape);
        tensor.assign(values);
        return tensor;
    }

    /// A tensor of shape (rows, columns).
    public Tensor of(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        Tensor tensor = zeros(rows.length, columns);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row %d has %d elements, row 0 has %d; accepted are rows of one length"
                                .formatted(i, rows[i].length, columns));
            }
            for (int j = 0; j < columns; j++) {
                tensor.data.set(i * columns + j, rows[i][j]);
            }
        }
        return tensor;
    }

    /// Independent draws from the standard normal distribution.
    public Tensor normal(RandomGenerator random, int... shape) {
        Tensor tensor = zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data.set(i, random.nextGaussian());
        }
        return tensor;
    }

    /// Independent draws, uniform from `low` to `high`.
    public Tensor uniform(RandomGenerator random, double low, double high, int... shape) {
        Tensor tensor = zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data.set(i, low + (high - low) * random.nextDouble());
        }
        return tensor;
    }

    Array array(int n) {
        return element == Element.DOUBLE ? kernels.doubles(n) : kernels.floats(n);
    }

    private Tensor constant(Array data, int[] shape) {
        return new Tensor(this, shape.clone(), data);
    }

    /// True if tensors of both may meet in one operation.
    boolean fits(Tensors other) {
        return this == other || element == other.element && kernels == other.kernels;
    }

    @Override
    public String toString() {
        return "%s, %s, threads %d".formatted(element, kernels.kind(), threads);
    }
}
