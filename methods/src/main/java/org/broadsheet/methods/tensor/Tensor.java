package org.broadsheet.methods.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// This is an array of numbers with a shape, which knows how it was computed. Nothing changes a
/// tensor but [#assign] and the optimisers, and they only parameters. `loss.backward()` leaves in
/// each parameter that the loss depends on the derivative of the loss by that parameter.
///
/// Operations of two tensors broadcast: shapes are aligned at the last axis, and a length of 1 or a
/// missing axis is repeated. An axis can be counted from the end: -1 is the last. Wrong shapes
/// throw an `IllegalArgumentException` that names both.
///
/// A tensor may be read by many threads, but one graph is built and differentiated by one.
public final class Tensor {
    private static final Tensor[] NONE = {};

    final Tensors home;
    final int[] shape;
    final Array data;
    final String operation;
    final Tensor[] parents;
    private final @Nullable Backward backward;
    private final boolean tracked;

    /// The derivative of the loss by this; never written in place, so it may be shared.
    private @Nullable Array gradient;

    /// For [Graph]: the parents it has seen so far.
    int seen;

    /// The rule by which the derivative of the loss by a result goes on to its parents.
    interface Backward {
        void pass(Tensor derivative);
    }

    /// A constant.
    Tensor(Tensors home, int[] shape, Array data) {
        this(home, shape, data, "constant", NONE, null, false);
    }

    private Tensor(
            Tensors home,
            int[] shape,
            Array data,
            String operation,
            Tensor[] parents,
            @Nullable Backward backward,
            boolean tracked) {
        this.home = home;
        this.shape = shape;
        this.data = data;
        this.operation = operation;
        this.parents = parents;
        this.backward = backward;
        this.tracked = tracked;
    }

    /// The result of an operation; it keeps its parents only if one leads to a parameter.
    static Tensor result(
            String operation, int[] shape, Array data, Backward backward, Tensor... parents) {
        Tensors home = parents[0].home;
        boolean tracked = false;
        for (Tensor parent : parents) {
            tracked |= parent.tracked;
        }
        return tracked
                ? new Tensor(home, shape, data, operation, parents, backward, true)
                : new Tensor(home, shape, data, operation, NONE, null, false);
    }

    static void requireSameKind(String operation, Tensor a, Tensor b) {
        if (!a.home.fits(b.home)) {
            throw new IllegalArgumentException(
                    "%s: a tensor of %s meets one of %s; accepted are tensors of one kind"
                            .formatted(operation, a.home, b.home));
        }
    }

    // ---- what it is

    public int[] shape() {
        return shape.clone();
    }

    public int rank() {
        return shape.length;
    }

    /// The number of elements.
    public int size() {
        return data.length();
    }

    public Tensors maker() {
        return home;
    }

    /// The only element.
    public double item() {
        if (size() != 1) {
            throw new IllegalArgumentException(
                    "item of shape " + Shapes.text(shape) + "; accepted is a single element");
        }
        return data.get(0);
    }

    public double get(int... index) {
        if (index.length != shape.length) {
            throw new IllegalArgumentException(
                    "index %s of shape %s".formatted(Shapes.text(index), Shapes.text(shape)));
        }
        int at = 0;
        for (int i = 0; i < shape.length; i++) {
            at = at * shape[i] + Objects.checkIndex(index[i], shape[i]);
        }
        return data.get(at);
    }

    /// All elements, the last axis running fastest.
    public double[] toArray() {
        double[] values = new double[size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.get(i);
        }
        return values;
    }

    /// Overwrites all elements.
    public void assign(double[] values) {
        if (values.length != size()) {
            throw new IllegalArgumentException(
                    "%d values for shape %s, which has %d elements"
                            .formatted(values.length, Shapes.text(shape), size()));
        }
        for (int i = 0; i < values.length; i++) {
            data.set(i, values[i]);
        }
    }

    @Override
    public String toString() {
        return operation
                + Shapes.text(shape)
                + (size() <= 16 ? " = " + Arrays.toString(toArray()) : "");
    }

    // ---- differentiation

    /// A copy by which losses are differentiated: something to be learned.
    public Tensor parameter() {
        Array copy = data.zeros(size());
        copy.copy(0, data, 0, 1, size());
        return new Tensor(home, shape, copy, "parameter", NONE, null, true);
    }

    /// The same numbers as a constant: no derivative goes through it. Not a copy: it follows what
    /// is assigned to this.
    public Tensor detach() {
        return tracked ? new Tensor(home, shape, data) : this;
    }

    /// Adds the derivatives of this single number to the gradients of all parameters behind it.
    public void backward() {
        if (size() != 1) {
            throw new IllegalArgumentException(
                    "backward from shape %s; accepted is a single number, such as a sum or mean"
                            .formatted(Shapes.text(shape)));
        }
        if (!tracked) {
            throw new IllegalStateException("backward from a tensor that no parameter leads to");
        }
        accumulate(home.full(1, shape));
        List<Tensor> order = Graph.order(this);
        for (int i = order.size() - 1; i >= 0; i--) {
            order.get(i).passOn();
        }
    }

    private void passOn() {
        if (backward != null && gradient != null) {
            backward.pass(new Tensor(home, shape, gradient));
            gradient = null;
        }
    }

    /// Adds to the derivative by this. One that was broadcast is summed to this shape.
    void accumulate(Tensor derivative) {
        if (tracked) {
            Array more = Reductions.sumTo(derivative, shape).data;
            gradient = gradient == null ? more : Elementwise.sum(gradient, more);
        }
    }

    /// True if a derivative by this is of use.
    boolean tracked() {
        return tracked;
    }

    boolean isParameter() {
        return tracked && backward == null;
    }

    @Nullable Array gradientArray() {
        return gradient;
    }

    void setGradient(@Nullable Array gradient) {
        this.gradient = gradient;
    }

    /// The derivative, summed over all `backward()` since it was last cleared; zeros if there was
    /// none.
    ///
    /// @throws IllegalStateException if this is not a parameter: results do not keep theirs
    public Tensor gradient() {
        if (!isParameter()) {
            throw new IllegalStateException("only parameters keep a gradient, not " + operation);
        }
        return new Tensor(home, shape, gradient == null ? data.zeros(size()) : gradient);
    }

    /// Returns this if every number is finite that it was computed from.
    ///
    /// @throws ArithmeticException with the first operation that gave an infinity or NaN, its
    ///   shape, the place and the inputs there
    public Tensor requireFinite() {
        Graph.requireFinite(this);
        return this;
    }

    // ---- functions of each element

    public Tensor plus(Tensor other) {
        return Elementwise.zip(Binary.ADD, "plus", this, other);
    }

    public Tensor minus(Tensor other) {
        return Elementwise.zip(Binary.SUBTRACT, "minus", this, other);
    }

    public Tensor times(Tensor other) {
        return Elementwise.zip(Binary.MULTIPLY, "times", this, other);
    }

    /// The quotient this / other.
    public Tensor over(Tensor other) {
        return Elementwise.zip(Binary.DIVIDE, "over", this, other);
    }

    /// The smaller of both, by elements; where they are equal the derivative is shared.
    public Tensor minimum(Tensor other) {
        return Elementwise.zip(Binary.MIN, "minimum", this, other);
    }

    /// The larger of both, by elements; where they are equal the derivative is shared.
    public Tensor maximum(Tensor other) {
        return Elementwise.zip(Binary.MAX, "maximum", this, other);
    }

    /// 1 where this is greater, else 0; a constant.
    public Tensor greaterThan(Tensor other) {
        return Elementwise.zip(Binary.GREATER, "greaterThan", detach(), other.detach());
    }

    /// `yes` where this is not 0, else `no`; this and both have one shape after broadcasting. The
    /// derivative goes only to the one taken, so the other may be infinite or NaN.
    public Tensor where(Tensor yes, Tensor no) {
        return Elementwise.where(detach(), yes, no);
    }

    public Tensor plus(double number) {
        return Elementwise.affine("plus", this, 1, number);
    }

    public Tensor minus(double number) {
        return Elementwise.affine("minus", this, 1, -number);
    }

    public Tensor times(double number) {
        return Elementwise.affine("times", this, number, 0);
    }

    public Tensor over(double number) {
        return Elementwise.affine("over", this, 1 / number, 0);
    }

    public Tensor negate() {
        return Elementwise.map(Unary.NEGATE, "negate", this);
    }

    public Tensor exp() {
        return Elementwise.map(Unary.EXP, "exp", this);
    }

    public Tensor log() {
        return Elementwise.map(Unary.LOG, "log", this);
    }

    public Tensor sin() {
        return Elementwise.map(Unary.SIN, "sin", this);
    }

    public Tensor cos() {
        return Elementwise.map(Unary.COS, "cos", this);
    }

    public Tensor tanh() {
        return Elementwise.map(Unary.TANH, "tanh", this);
    }

    public Tensor sigmoid() {
        return Elementwise.map(Unary.SIGMOID, "sigmoid", this);
    }

    /// log(1 + e^x)
    public Tensor softplus() {
        return Elementwise.map(Unary.SOFTPLUS, "softplus", this);
    }

    /// max(x, 0), with the derivative 0 at 0.
    public Tensor relu() {
        return Elementwise.map(Unary.RELU, "relu", this);
    }

    /// x Φ(x) with the normal distribution's Φ itself (Hendrycks and Gimpel 2016).
    public Tensor gelu() {
        return Elementwise.map(Unary.GELU, "gelu", this);
    }

    public Tensor sqrt() {
        return Elementwise.map(Unary.SQRT, "sqrt", this);
    }

    public Tensor square() {
        return Elementwise.map(Unary.SQUARE, "square", this);
    }

    /// |x|, with the derivative 0 at 0.
    public Tensor abs() {
        return Elementwise.map(Unary.ABS, "abs", this);
    }

    public Tensor pow(double exponent) {
        return Elementwise.power(this, exponent);
    }

    /// Each element is 0 with the given probability, else scaled by 1 / (1 - probability)
    /// (Srivastava et al. 2014, in the inverted form). Leave it out to evaluate.
    ///
    /// @param probability 0 to below 1
    public Tensor dropout(double probability, RandomGenerator random) {
        return Elementwise.dropout(this, probability, random);
    }

    // ---- matrix products, over the last two axes; earlier axes broadcast

    /// The product of (..., m, k) and (..., k, n): (..., m, n).
    public Tensor matmul(Tensor other) {
        return Products.multiply(Products.Form.AB, this, other);
    }

    /// The product of (..., m, k) and (..., n, k) transposed: (..., m, n).
    public Tensor matmulTransposed(Tensor other) {
        return Products.multiply(Products.Form.ABT, this, other);
    }

    /// The product of (..., k, m) transposed and (..., k, n): (..., m, n).
    public Tensor transposedMatmul(Tensor other) {
        return Products.multiply(Products.Form.ATB, this, other);
    }

    // ---- along axes

    /// The sum over the given axes, which go; over all if none is given.
    public Tensor sum(int... axes) {
        return Reductions.sum(this, axes);
    }

    /// The mean over the given axes, which go; over all if none is given.
    public Tensor mean(int... axes) {
        return Reductions.mean(this, axes);
    }

    /// The largest over the given axes, which go; over all if none is given. Equal ones share the
    /// derivative.
    public Tensor max(int... axes) {
        return Reductions.max(this, axes);
    }

    /// The smallest over the given axes, as [#max].
    public Tensor min(int... axes) {
        return negate().max(axes).negate();
    }

    /// exp(x) / Σ exp(x) over the last axis.
    public Tensor softmax() {
        return Rows.softmax(this);
    }

    /// log softmax(x) over the last axis, without underflow.
    public Tensor logSoftmax() {
        return minus(logSumExp().unsqueeze(-1));
    }

    /// log Σ exp(x) over the last axis, which goes, without overflow.
    public Tensor logSumExp() {
        return Rows.logSumExp(this);
    }

    /// (x - mean) / sqrt(variance + epsilon) over the last axis, the variance being divided by the
    /// number of elements (Ba, Kiros and Hinton 2016). Gain and bias are `times` and `plus`.
    public Tensor layerNorm(double epsilon) {
        return Rows.layerNorm(this, epsilon);
    }

    /// The mean of -log softmax(x)[label] of logits (..., classes).
    ///
    /// @param labels one a row, 0 to below classes
    public Tensor crossEntropy(int... labels) {
        return logSumExp()
                .minus(gather(-1, labels).reshape(Shapes.without(shape, rank() - 1)))
                .mean();
    }

    // ---- moving elements

    /// The same elements in order with another shape; one length may be -1, which is then found.
    public Tensor reshape(int... shape) {
        return Moves.reshape(this, shape);
    }

    /// With one more axis of length 1, which becomes the given one.
    public Tensor unsqueeze(int axis) {
        int at = axis < 0 ? axis + rank() + 1 : axis;
        return reshape(Shapes.inserted(shape, Objects.checkIndex(at, rank() + 1), 1));
    }

    /// Axis i of the result is axis `axes[i]` of this.
    public Tensor permute(int... axes) {
        return Moves.permute(this, axes);
    }

    /// With the last two axes exchanged; a copy (see [#matmulTransposed]).
    public Tensor transpose() {
        return transpose(-2, -1);
    }

    /// With two axes exchanged.
    public Tensor transpose(int one, int other) {
        int[] axes = new int[rank()];
        Arrays.setAll(axes, i -> i);
        int i = Shapes.axis("transpose", one, shape);
        int j = Shapes.axis("transpose", other, shape);
        axes[i] = j;
        axes[j] = i;
        return permute(axes);
    }

    /// Elements `from` to before `to` of an axis.
    public Tensor slice(int axis, int from, int to) {
        return Moves.slice(this, axis, from, to);
    }

    /// The tensors one after another along an axis; the other lengths are equal.
    public static Tensor concat(int axis, Tensor... tensors) {
        return Moves.concat(axis, tensors);
    }

    /// The given indices of an axis, in that order, repeated as given: along axis 0 the rows of an
    /// embedding.
    public Tensor select(int axis, int... indices) {
        return Moves.select(this, axis, indices);
    }

    /// One or more elements for each row along an axis. Given (..., d, ...) and indices laid out as
    /// (..., n, ...) it gives (..., n, ...); n follows from their number.
    public Tensor gather(int axis, int... indices) {
        return Moves.gather(this, axis, indices);
    }
}
