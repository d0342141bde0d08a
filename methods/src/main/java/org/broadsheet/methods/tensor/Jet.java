package org.broadsheet.methods.tensor;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// This is a function of some inputs with its first and second derivatives along some directions of
/// the inputs, carried forward together (second-order forward mode; Griewank and Walther 2008,
/// chapter 13). They are ordinary tensors, so one `backward()` differentiates a loss made of them
/// by the parameters: what a physics-informed network needs, at each of n points.
///
/// ```java
/// Jet x = Jet.inputs(points);                     // (n, 2): x and t
/// Jet u = x.apply(hidden).tanh().apply(output);   // (n, 1)
/// Tensor residual = u.first(1).minus(u.second(0)); // u_t - u_xx
/// ```
///
/// A mixed derivative follows from three directions: u_xy = (u_(x+y)(x+y) - u_xx - u_yy) / 2.
public final class Jet {
    private final Tensor value;
    private final List<Tensor> first;
    private final List<Tensor> second;

    private Jet(Tensor value, List<Tensor> first, List<Tensor> second) {
        this.value = value;
        this.first = first;
        this.second = second;
    }

    /// The inputs themselves, with one direction along each of the d input axes.
    ///
    /// @param points shape (n, d)
    public static Jet inputs(Tensor points) {
        if (points.rank() != 2) {
            throw new IllegalArgumentException(
                    "points of shape %s; accepted is (n, d)".formatted(Shapes.text(points.shape)));
        }
        int d = points.shape[1];
        Tensor[] directions = new Tensor[d];
        for (int i = 0; i < d; i++) {
            directions[i] = points.maker().zeros(1, d);
            directions[i].data.set(i, 1);
        }
        return inputs(points, directions);
    }

    /// The inputs themselves, with the given directions.
    ///
    /// @param points shape (n, d)
    /// @param directions shape (1, d), or (n, d) for one a point
    public static Jet inputs(Tensor points, Tensor... directions) {
        Tensor[] curvature = new Tensor[directions.length];
        for (int i = 0; i < directions.length; i++) {
            Shapes.broadcast("direction", points.shape, directions[i].shape);
            curvature[i] = points.maker().zeros(directions[i].shape);
        }
        return new Jet(points, List.of(directions), List.of(curvature));
    }

    public Tensor value() {
        return value;
    }

    /// The first derivative along a direction, in the shape of the value.
    public Tensor first(int direction) {
        return full(first.get(direction));
    }

    /// The second derivative along a direction, in the shape of the value.
    public Tensor second(int direction) {
        return full(second.get(direction));
    }

    private Tensor full(Tensor derivative) {
        boolean whole = derivative.size() == value.size();
        return whole ? derivative : derivative.plus(value.maker().zeros(value.shape));
    }

    public Jet plus(Jet other) {
        return pairwise(other, Tensor::plus);
    }

    public Jet minus(Jet other) {
        return pairwise(other, Tensor::minus);
    }

    private Jet pairwise(Jet other, BinaryOperator<Tensor> sum) {
        return along(
                sum.apply(value, other.value),
                i -> sum.apply(first.get(i), other.first.get(i)),
                i -> sum.apply(second.get(i), other.second.get(i)));
    }

    /// The product rule: (uv)' = u'v + uv', (uv)'' = u''v + 2u'v' + uv''.
    public Jet times(Jet other) {
        Tensor u = value;
        Tensor v = other.value;
        return along(
                u.times(v),
                i -> first.get(i).times(v).plus(u.times(other.first.get(i))),
                i ->
                        second.get(i)
                                .times(v)
                                .plus(first.get(i).times(other.first.get(i)).times(2))
                                .plus(u.times(other.second.get(i))));
    }

    public Jet over(Jet other) {
        return times(other.pow(-1));
    }

    /// With something added that does not depend on the inputs.
    public Jet plus(Tensor constant) {
        return new Jet(value.plus(constant), first, second);
    }

    /// Times something that does not depend on the inputs, such as a parameter.
    public Jet times(Tensor constant) {
        return linear(x -> x.times(constant));
    }

    /// Columns `from` to before `to`, such as one of the inputs.
    public Jet columns(int from, int to) {
        return linear(x -> x.slice(-1, from, to));
    }

    /// A linear layer, from (n, in) to (n, out).
    public Jet apply(Linear layer) {
        return linear(x -> x.matmulTransposed(layer.weight())).plus(layer.bias());
    }

    /// A linear map without constant; it acts on the derivatives as on the value.
    private Jet linear(UnaryOperator<Tensor> map) {
        return along(map.apply(value), i -> map.apply(first.get(i)), i -> map.apply(second.get(i)));
    }

    public Jet tanh() {
        Tensor y = value.tanh();
        Tensor slope = y.square().times(-1).plus(1);
        return chain(y, slope, y.times(slope).times(-2));
    }

    public Jet sigmoid() {
        Tensor y = value.sigmoid();
        Tensor slope = y.minus(y.square());
        return chain(y, slope, slope.times(y.times(-2).plus(1)));
    }

    public Jet softplus() {
        Tensor slope = value.sigmoid();
        return chain(value.softplus(), slope, slope.minus(slope.square()));
    }

    public Jet exp() {
        Tensor y = value.exp();
        return chain(y, y, y);
    }

    public Jet log() {
        Tensor slope = value.pow(-1);
        return chain(value.log(), slope, slope.square().negate());
    }

    public Jet sin() {
        Tensor y = value.sin();
        return chain(y, value.cos(), y.negate());
    }

    public Jet cos() {
        Tensor y = value.cos();
        return chain(y, value.sin().negate(), y.negate());
    }

    public Jet square() {
        return times(this);
    }

    public Jet pow(double exponent) {
        Tensor slope = value.pow(exponent - 1).times(exponent);
        Tensor bend = value.pow(exponent - 2).times(exponent * (exponent - 1));
        return chain(value.pow(exponent), slope, bend);
    }

    /// The chain rule for y = f(u): y' = f'(u) u', y'' = f''(u) u'² + f'(u) u''.
    private Jet chain(Tensor y, Tensor slope, Tensor bend) {
        return along(
                y,
                i -> slope.times(first.get(i)),
                i -> bend.times(first.get(i).square()).plus(slope.times(second.get(i))));
    }

    private Jet along(Tensor value, IntFunction<Tensor> rise, IntFunction<Tensor> curve) {
        return new Jet(
                value,
                IntStream.range(0, first.size()).mapToObj(rise).toList(),
                IntStream.range(0, first.size()).mapToObj(curve).toList());
    }
}
