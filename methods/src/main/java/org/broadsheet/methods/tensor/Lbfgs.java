package org.broadsheet.methods.tensor;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/// This is L-BFGS (Nocedal and Wright 2006, algorithms 7.4 and 7.5) with a line search for the
/// strong Wolfe conditions (algorithms 3.5 and 3.6). It wants the loss of all data: one that
/// changes between two evaluations misleads it.
public final class Lbfgs implements Optimiser {
    /// The gradient's largest element at which a place counts as a minimum (as in PyTorch).
    private static final double FLAT = 1e-7;

    private final List<Tensor> parameters;
    private final int iterations;
    private final int history;
    private final Deque<Pair> pairs = new ArrayDeque<>();

    /// How the place and the gradient changed in an earlier iteration: s and y of the book.
    private record Pair(double[] place, double[] gradient, double product) {}

    /// A loss, at a place with a gradient.
    record Point(double[] place, double loss, double[] gradient) {}

    /// With 20 iterations a step and a history of 100, PyTorch's defaults.
    public Lbfgs(List<Tensor> parameters) {
        this(parameters, 20, 100);
    }

    /// @param iterations at most so many a step, 1 or more
    /// @param history how many earlier iterations shape the direction, 1 or more
    public Lbfgs(List<Tensor> parameters, int iterations, int history) {
        if (iterations < 1 || history < 1) {
            throw new IllegalArgumentException(
                    "%d iterations, history %d; accepted are 1 or more"
                            .formatted(iterations, history));
        }
        this.parameters = Gradients.requireParameters(parameters);
        this.iterations = iterations;
        this.history = history;
    }

    /// Up to the given number of iterations; fewer at a minimum, or where no step lowers the loss.
    @Override
    public double step(Supplier<Tensor> loss) {
        Point here = evaluate(loss, place());
        for (int i = 0; i < iterations && largest(here.gradient) > FLAT; i++) {
            double[] direction = direction(here.gradient);
            if (dot(direction, here.gradient) >= 0) {
                pairs.clear();
                direction = direction(here.gradient);
            }
            double first = pairs.isEmpty() ? Math.min(1, 1 / sumOfSizes(here.gradient)) : 1;
            Point there = new LineSearch(at -> evaluate(loss, at), here, direction).from(first);
            if (!(there.loss < here.loss)) {
                break;
            }
            remember(here, there);
            here = there;
        }
        assign(here.place);
        return here.loss;
    }

    /// -H g by the two loops over the history (algorithm 7.4).
    private double[] direction(double[] gradient) {
        double[] q = gradient.clone();
        double[] weights = new double[pairs.size()];
        int i = 0;
        for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext(); i++) {
            Pair pair = newest.next();
            weights[i] = dot(pair.place, q) / pair.product;
            add(q, -weights[i], pair.gradient);
        }
        double scale =
                pairs.isEmpty()
                        ? 1
                        : pairs.getLast().product
                                / dot(pairs.getLast().gradient, pairs.getLast().gradient);
        scale(q, scale);
        for (Pair pair : pairs) {
            double other = dot(pair.gradient, q) / pair.product;
            add(q, weights[--i] - other, pair.place);
        }
        scale(q, -1);
        return q;
    }

    private void remember(Point here, Point there) {
        double[] place = there.place.clone();
        double[] gradient = there.gradient.clone();
        add(place, -1, here.place);
        add(gradient, -1, here.gradient);
        double product = dot(place, gradient);
        // The curvature condition: the strong Wolfe conditions give it, up to rounding.
        if (product > 1e-16 * dot(gradient, gradient)) {
            pairs.addLast(new Pair(place, gradient, product));
            if (pairs.size() > history) {
                pairs.removeFirst();
            }
        }
    }

    private Point evaluate(Supplier<Tensor> loss, double[] place) {
        assign(place);
        Gradients.clear(parameters);
        Tensor value = loss.get();
        value.backward();
        double[] gradient = new double[place.length];
        int at = 0;
        for (Tensor parameter : parameters) {
            double[] part = parameter.gradient().toArray();
            System.arraycopy(part, 0, gradient, at, part.length);
            at += part.length;
        }
        return new Point(place, value.item(), gradient);
    }

    private double[] place() {
        double[] place = new double[parameters.stream().mapToInt(Tensor::size).sum()];
        int at = 0;
        for (Tensor parameter : parameters) {
            System.arraycopy(parameter.toArray(), 0, place, at, parameter.size());
            at += parameter.size();
        }
        return place;
    }

    private void assign(double[] place) {
        int at = 0;
        for (Tensor parameter : parameters) {
            double[] part = new double[parameter.size()];
            System.arraycopy(place, at, part, 0, part.length);
            parameter.assign(part);
            at += part.length;
        }
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /// x += scale y.
    static void add(double[] x, double scale, double[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] += scale * y[i];
        }
    }

    private static void scale(double[] x, double scale) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= scale;
        }
    }

    private static double largest(double[] x) {
        double largest = 0;
        for (double element : x) {
            largest = Math.max(largest, Math.abs(element));
        }
        return largest;
    }

    private static double sumOfSizes(double[] x) {
        double sum = 0;
        for (double element : x) {
            sum += Math.abs(element);
        }
        return sum;
    }
}
