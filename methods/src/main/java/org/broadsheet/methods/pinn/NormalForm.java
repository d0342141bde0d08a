package org.broadsheet.methods.pinn;

import java.util.List;
import java.util.function.UnaryOperator;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Tensor;

/// This is a problem whose residuals are divided by the coefficient of the highest derivative, as a
/// textbook writes an equation: what the paper's method avoids. At a singular point its residual is
/// infinite, and near it large.
///
/// @param leading that coefficient, from points of shape (n, 1)
public record NormalForm(SingularProblem problem, UnaryOperator<Tensor> leading)
        implements SingularProblem {
    @Override
    public double from() {
        return problem.from();
    }

    @Override
    public double to() {
        return problem.to();
    }

    @Override
    public List<Double> singularPoints() {
        return problem.singularPoints();
    }

    @Override
    public List<String> unknowns() {
        return problem.unknowns();
    }

    @Override
    public List<Jet> trial(Jet x, List<Jet> free) {
        return problem.trial(x, free);
    }

    @Override
    public List<Tensor> residuals(Jet x, List<Jet> unknowns) {
        Tensor by = leading.apply(x.value());
        return problem.residuals(x, unknowns).stream().map(one -> one.over(by)).toList();
    }
}
