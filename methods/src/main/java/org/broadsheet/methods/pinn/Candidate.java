package org.broadsheet.methods.pinn;

import java.util.Arrays;
import java.util.List;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is a candidate for a problem's solution: its trial form with one free function for each
/// unknown.
public final class Candidate {
    private final SingularProblem problem;
    private final List<? extends FreeFunction> free;

    /// @param free one for each unknown, of double parameters
    public Candidate(SingularProblem problem, List<? extends FreeFunction> free) {
        if (free.size() != problem.unknowns().size()) {
            throw new IllegalArgumentException(
                    "%d functions for the unknowns %s; accepted is one for each"
                            .formatted(free.size(), problem.unknowns()));
        }
        this.problem = problem;
        this.free = List.copyOf(free);
    }

    public SingularProblem problem() {
        return problem;
    }

    public List<Tensor> parameters() {
        return free.stream().flatMap(one -> one.parameters().stream()).toList();
    }

    /// The values of each unknown at the points: (unknowns, points).
    public double[][] at(double[] points) {
        Jet x = jet(points);
        return unknowns(x).stream().map(one -> one.value().toArray()).toArray(double[][]::new);
    }

    /// Their derivatives by x: (unknowns, points).
    public double[][] slopes(double[] points) {
        Jet x = jet(points);
        return unknowns(x).stream().map(one -> one.first(0).toArray()).toArray(double[][]::new);
    }

    /// What the equations leave at the points, each of shape (points, 1).
    public List<Tensor> residuals(double[] points) {
        Jet x = jet(points);
        return problem.residuals(x, unknowns(x));
    }

    /// The mean square of each residual over the points.
    public List<Tensor> losses(double[] points) {
        return residuals(points).stream().map(one -> one.square().mean()).toList();
    }

    private Jet jet(double[] points) {
        return Jet.inputs(tensors().of(points, points.length, 1));
    }

    private List<Jet> unknowns(Jet x) {
        Tensors tensors = tensors();
        double half = (problem.to() - problem.from()) / 2;
        double middle = (problem.to() + problem.from()) / 2;
        Jet s = x.times(tensors.scalar(1 / half)).plus(tensors.scalar(-middle / half));
        return problem.trial(x, free.stream().map(one -> one.of(s)).toList());
    }

    private Tensors tensors() {
        return free.getFirst().parameters().getFirst().maker();
    }

    /// Equispaced points over the interval of a problem, both ends included.
    ///
    /// @param count 2 or more
    public static double[] grid(SingularProblem problem, int count) {
        double[] points = new double[count];
        double step = (problem.to() - problem.from()) / (count - 1);
        Arrays.setAll(points, i -> i == count - 1 ? problem.to() : problem.from() + i * step);
        return points;
    }
}
