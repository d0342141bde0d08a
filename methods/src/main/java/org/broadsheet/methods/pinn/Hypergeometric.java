package org.broadsheet.methods.pinn;

import java.util.List;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is the hypergeometric equation `x(1-x) y″ + (c - (a+b+1)x) y′ - ab y = 0` on [0, 2] with
/// `y(0) = 1`: singular at the start 0 and, inside the interval, at 1.
///
/// The solution that starts at 1 is ₂F₁(a, b; c; x). It is smooth at 1 only if its series ends,
/// that is if a or b is 0, -1, -2, ...; others are refused.
///
/// @param a -20 to 20
/// @param b -20 to 20
/// @param c 0.01 to 20
public record Hypergeometric(double a, double b, double c) implements SingularProblem {
    private static final double MOST = 20;

    public Hypergeometric {
        if (!(Math.abs(a) <= MOST && Math.abs(b) <= MOST && c >= 0.01 && c <= MOST)) {
            throw new IllegalArgumentException(
                    "(a, b, c) = (%s, %s, %s); accepted are -20 to 20, and c from 0.01"
                            .formatted(a, b, c));
        }
        if (!endsAt(a) && !endsAt(b)) {
            throw new IllegalArgumentException(
                    "a = %s and b = %s: no solution with y(0) = 1 is smooth at the singular point 1"
                                    .formatted(a, b)
                            + "; accepted are pairs with one of 0, -1, -2, ... among them");
        }
    }

    private static boolean endsAt(double number) {
        return number <= 0 && number == Math.rint(number);
    }

    @Override
    public double from() {
        return 0;
    }

    @Override
    public double to() {
        return 2;
    }

    @Override
    public List<Double> singularPoints() {
        return List.of(0.0, 1.0);
    }

    @Override
    public List<String> unknowns() {
        return List.of("y");
    }

    /// `y = 1 + x N(x)`, as in the paper's example.
    @Override
    public List<Jet> trial(Jet x, List<Jet> free) {
        Tensors tensors = x.value().maker();
        return List.of(x.times(free.getFirst()).plus(tensors.scalar(1)));
    }

    @Override
    public List<Tensor> residuals(Jet x, List<Jet> unknowns) {
        Jet y = unknowns.getFirst();
        Tensor at = x.value();
        Tensor bend = at.minus(at.square()).times(y.second(0));
        Tensor slope = at.times(-(a + b + 1)).plus(c).times(y.first(0));
        return List.of(bend.plus(slope).minus(y.value().times(a * b)));
    }

    /// The equation solved for y″, for a solver that marches: (y′, y″) of (y, y′).
    public double[] slopes(double x, double[] state) {
        double rest = a * b * state[0] - (c - (a + b + 1) * x) * state[1];
        return new double[] {state[1], rest / (x * (1 - x))};
    }

    /// The polynomial ₂F₁(a, b; c; x), term by term.
    public double exact(double x) {
        double term = 1;
        double sum = 1;
        for (int n = 0; term != 0; n++) {
            term *= (a + n) * (b + n) / ((c + n) * (n + 1)) * x;
            sum += term;
        }
        return sum;
    }
}
