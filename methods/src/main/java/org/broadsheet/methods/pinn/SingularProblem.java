package org.broadsheet.methods.pinn;

import java.util.List;
import org.broadsheet.methods.tensor.Jet;
import org.broadsheet.methods.tensor.Tensor;

/// This is an ordinary differential equation, or a system of them, on an interval with singular
/// points, and a form of the unknowns that has the given values at the start whatever a network
/// says. Equations are multiplied through: no residual divides by what vanishes at a singular
/// point.
public interface SingularProblem {
    /// The lower end of the interval.
    double from();

    /// The upper end, above the lower one.
    double to();

    /// Where the coefficient of the highest derivative vanishes, as far as that is known before the
    /// equation is solved; in the interval, ascending.
    List<Double> singularPoints();

    /// The names of the unknowns, as in `density`.
    List<String> unknowns();

    /// The unknowns made of free functions, one for each.
    ///
    /// @param x shape (n, 1)
    /// @param free as many as there are unknowns, each of shape (n, 1)
    List<Jet> trial(Jet x, List<Jet> free);

    /// What the equations leave, each of shape (n, 1): zero where they hold.
    ///
    /// @param unknowns as [#trial] gives them
    List<Tensor> residuals(Jet x, List<Jet> unknowns);
}
