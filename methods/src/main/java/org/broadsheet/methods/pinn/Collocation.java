package org.broadsheet.methods.pinn;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.methods.tensor.Gradients;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;

/// This is the classical solver of the same equations: the free functions are series of Chebyshev,
/// and their coefficients make the residuals least at the zeros of a Chebyshev polynomial (L.
/// Trefethen, Spectral Methods in MATLAB, 2000). Where the solution is smooth, singular points or
/// not, its error falls geometrically with the number of terms.
///
/// The least squares are found by the damped method of Gauss and Newton (K. Levenberg 1944, D.
/// Marquardt 1963), whose derivatives come from the tape that trains the networks.
///
/// @param terms of each series, 2 or more
/// @param iterations at most, 1 or more
public record Collocation(int terms, int iterations) {
    private static final Tensors TENSORS = Tensors.doubles().threads(1);
    private static final double FIRST_DAMPING = 1e-3;
    private static final double LEAST_DAMPING = 1e-18;
    private static final double MOST_DAMPING = 1e12;

    public Collocation {
        if (terms < 2 || iterations < 1) {
            throw new IllegalArgumentException(
                    "%d terms, %d iterations; accepted are 2 or more and 1 or more"
                            .formatted(terms, iterations));
        }
    }

    /// What was found.
    ///
    /// @param candidate with the series
    /// @param series one for each unknown
    /// @param residual the root mean square of all residuals at the points
    /// @param iterations taken
    public record Solution(
            Candidate candidate, List<ChebyshevSeries> series, double residual, int iterations) {}

    /// From series that are 0, so that the unknowns start as the problem's trial form alone.
    ///
    /// @throws DivergenceException if the residuals cannot be computed, or nothing lowers them
    public Solution solve(SingularProblem problem) {
        List<ChebyshevSeries> series =
                problem.unknowns().stream().map(_ -> new ChebyshevSeries(TENSORS, terms)).toList();
        return solve(problem, series);
    }

    /// From the given series, which are changed.
    ///
    /// @throws DivergenceException if the residuals cannot be computed there
    public Solution solve(SingularProblem problem, List<ChebyshevSeries> series) {
        Candidate candidate = new Candidate(problem, series);
        double[] points = points(problem, 2 * terms);
        Place here = place(candidate, points);
        double damping = FIRST_DAMPING;
        int taken = 0;
        while (taken < iterations && damping <= MOST_DAMPING && here.square > 0) {
            double[] there = step(candidate, points, here, damping);
            assign(candidate, there);
            double square = square(candidate, points);
            if (square < here.square) {
                boolean isDone = here.square - square < 1e-6 * here.square && square < 1e-20;
                here = place(candidate, points);
                damping = Math.max(LEAST_DAMPING, damping / 10);
                taken++;
                if (isDone) {
                    break;
                }
            } else {
                assign(candidate, here.coefficients);
                damping *= 10;
            }
        }
        double mean = here.square / here.residuals.length;
        return new Solution(candidate, series, Math.sqrt(mean), taken);
    }

    /// Some coefficients with the residuals there.
    private record Place(double[] coefficients, double[] residuals, double square) {}

    private static Place place(Candidate candidate, double[] points) {
        double[] coefficients =
                candidate.parameters().stream()
                        .flatMapToDouble(one -> Arrays.stream(one.toArray()))
                        .toArray();
        double[] residuals = residuals(candidate, points);
        double square = Arrays.stream(residuals).map(x -> x * x).sum();
        if (!Double.isFinite(square)) {
            throw new DivergenceException(
                    "the residuals are not finite where the series start; another start helps", 1);
        }
        return new Place(coefficients, residuals, square);
    }

    private static double[] residuals(Candidate candidate, double[] points) {
        return candidate.residuals(points).stream()
                .flatMapToDouble(one -> Arrays.stream(one.toArray()))
                .toArray();
    }

    private static double square(Candidate candidate, double[] points) {
        return Arrays.stream(residuals(candidate, points)).map(x -> x * x).sum();
    }

    /// The coefficients that solve `(J; √damping D) δ = (-residuals; 0)`, D having the lengths of
    /// J's columns.
    private static double[] step(Candidate candidate, double[] points, Place here, double damping) {
        double[][] jacobian = jacobian(candidate, points);
        int rows = jacobian.length;
        int columns = here.coefficients.length;
        double[][] matrix = new double[rows + columns][];
        System.arraycopy(jacobian, 0, matrix, 0, rows);
        double[] right = new double[rows + columns];
        for (int i = 0; i < rows; i++) {
            right[i] = -here.residuals[i];
        }
        for (int j = 0; j < columns; j++) {
            int column = j;
            double square =
                    IntStream.range(0, rows).mapToDouble(i -> sq(jacobian[i][column])).sum();
            matrix[rows + j] = new double[columns];
            matrix[rows + j][j] = Math.sqrt(damping * Math.max(square, 1e-30));
        }
        double[] change =
                new QRDecomposition(new Array2DRowRealMatrix(matrix, false))
                        .getSolver()
                        .solve(new ArrayRealVector(right, false))
                        .toArray();
        double[] there = here.coefficients.clone();
        for (int j = 0; j < columns; j++) {
            there[j] += change[j];
        }
        return there;
    }

    private static double sq(double x) {
        return x * x;
    }

    /// The derivatives of each residual by each coefficient.
    private static double[][] jacobian(Candidate candidate, double[] points) {
        List<Tensor> parameters = candidate.parameters();
        List<Tensor> residuals = candidate.residuals(points);
        double[][] jacobian = new double[residuals.size() * points.length][];
        for (int i = 0; i < jacobian.length; i++) {
            int point = i % points.length;
            Gradients.clear(parameters);
            residuals.get(i / points.length).slice(0, point, point + 1).sum().backward();
            jacobian[i] =
                    parameters.stream()
                            .flatMapToDouble(one -> Arrays.stream(one.gradient().toArray()))
                            .toArray();
        }
        return jacobian;
    }

    private static void assign(Candidate candidate, double[] coefficients) {
        int at = 0;
        for (Tensor parameter : candidate.parameters()) {
            parameter.assign(Arrays.copyOfRange(coefficients, at, at + parameter.size()));
            at += parameter.size();
        }
    }

    /// The zeros of the Chebyshev polynomial of that degree, over a problem's interval.
    static double[] points(SingularProblem problem, int count) {
        double half = (problem.to() - problem.from()) / 2;
        double middle = (problem.to() + problem.from()) / 2;
        return IntStream.range(0, count)
                .mapToDouble(i -> middle - half * Math.cos(Math.PI * (i + 0.5) / count))
                .toArray();
    }
}
