package org.broadsheet.reproductions.pinn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.pinn.Candidate;
import org.broadsheet.methods.pinn.Marching;
import org.broadsheet.methods.pinn.SingularProblem;
import org.broadsheet.methods.pinn.Training;
import org.broadsheet.methods.pinn.Weighting;
import org.broadsheet.reproductions.pinn.Learning.Learned;

/// One equation for one function, solved by every variant and beside them by collocation and by a
/// march.
final class Scalar {
    private static final int GRID = 401;

    /// Places of the grid next to the start that charts of errors leave out.
    private static final int BUILT_IN = 4;

    /// A singular point's surroundings, as a share of the interval.
    private static final double NEAR = 0.02;

    private final Equation equation;
    private final String id;
    private final Setting setting;
    private final Bench bench;
    private final double[] x;
    private final double[] exact;

    /// What is solved.
    ///
    /// @param id as in `legendre`
    /// @param title as in `Legendre’s equation`
    /// @param exact the solution at given points
    /// @param end how far the solution is looked at: the problem's end, or just before it where the
    ///   solution is infinite there
    /// @param singular points that are marked
    /// @param network its shape
    /// @param rate the paper's learning rate
    /// @param points at which the residual is taken
    /// @param collocation the classical solution at given points
    /// @param march the path of a marching solver, empty for none
    record Equation(
            String id,
            String title,
            SingularProblem problem,
            UnaryOperator<double[]> exact,
            double end,
            List<Double> singular,
            Network network,
            double rate,
            int points,
            UnaryOperator<double[]> collocation,
            Optional<Marching.Path> march) {}

    /// @param depth hidden layers
    /// @param width units of each
    record Network(int depth, int width) {}

    /// One more training, beside the variants.
    record Extra(String name, SingularProblem problem) {}

    /// The repetitions of each variant, in the order of the variants; more may follow.
    private record Variants(List<List<Learned>> learned) {
        List<Learned> of(Variant variant) {
            return learned.get(variant.ordinal());
        }
    }

    Scalar(Equation equation, Setting setting, Bench bench) {
        this.equation = equation;
        this.id = equation.id;
        this.setting = setting;
        this.bench = bench;
        x = Curves.spread(equation.problem.from(), equation.end, GRID);
        exact = equation.exact.apply(x);
    }

    /// @return a row of the table of errors
    List<String> run(int steps, Optional<Extra> extra) {
        List<Learning> learnings = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            learnings.add(learning(variant, equation.problem, steps, variant.title()));
        }
        extra.ifPresent(
                one -> learnings.add(learning(Variant.TRAINED, one.problem(), steps, one.name())));
        List<List<Learned>> learned =
                new Workload(equation.title, setting, bench).run(learnings, setting.count("seeds"));
        Variants by = new Variants(learned);
        tell(by, setting.count("seeds"));
        Optional<Named> more = extra.map(one -> new Named(one.name(), learned.getLast()));
        more.ifPresent(one ->
                one.learned.forEach(repetition ->
                        bench.metric(id + "-error-divided", error(repetition.candidate()))));
        showSolution(by);
        showErrors(by, more);
        showLosses(by, more);
        return List.of(
                equation.title,
                figure(by.of(Variant.TRAINED)),
                figure(by.of(Variant.POLISHED)),
                figure(by.of(Variant.OUTER)),
                "–",
                Figures.rounded(Curves.most(errors(equation.collocation.apply(x))), 2));
    }

    private record Named(String name, List<Learned> learned) {}

    private Learning learning(Variant variant, SingularProblem problem, int steps, String name) {
        int points = equation.points;
        double rate = equation.rate * setting.real("rate");
        Training.Plan plan =
                new Training.Plan(steps, points, 1, rate, Math.ceilDiv(2 * steps, 5), 0);
        if (variant == Variant.POLISHED) {
            int few = Math.ceilDiv(steps, 5);
            plan = new Training.Plan(few, points, 1, rate, few, setting.count("polish"));
        }
        return new Learning(
                equation.title + ", " + name,
                id,
                problem,
                equation.network.depth,
                equation.network.width,
                plan,
                variant != Variant.OUTER,
                Weighting::equal);
    }

    private double scale() {
        return Curves.mostSize(exact);
    }

    private double[] errors(double[] values) {
        return Curves.distances(values, exact, scale());
    }

    private double[] errors(Candidate candidate) {
        return errors(candidate.at(x)[0]);
    }

    private double error(Candidate candidate) {
        return Curves.most(errors(candidate));
    }

    private void tell(Variants by, int seeds) {
        for (int seed = 0; seed < seeds; seed++) {
            double[] errors = new double[Variant.values().length];
            for (Variant variant : Variant.values()) {
                Learned learned = by.of(variant).get(seed);
                double error = error(learned.candidate());
                errors[variant.ordinal()] = error;
                bench.metric(id + "-error-" + variant.word(), error);
                bench.metric(id + "-loss-" + variant.word(), learned.loss());
            }
            bench.metric(id + "-excess", excess(by.of(Variant.TRAINED).get(seed).candidate()));
            double trained = errors[Variant.TRAINED.ordinal()];
            bench.metric(
                    id + "-gain-layers", Curves.decades(errors[Variant.OUTER.ordinal()], trained));
            bench.metric(
                    id + "-gain-polish",
                    Curves.decades(trained, errors[Variant.POLISHED.ordinal()]));
        }
        bench.metric(id + "-error-collocation", Curves.most(errors(equation.collocation.apply(x))));
    }

    /// The largest error beside singular points over the largest elsewhere.
    private double excess(Candidate candidate) {
        double[] errors = errors(candidate);
        double near = Curves.ROUNDING;
        double far = Curves.ROUNDING;
        for (int i = 0; i < x.length; i++) {
            double at = x[i];
            boolean isNear =
                    equation.singular.stream()
                            .anyMatch(point ->
                                    Math.abs(point - at)
                                            <= NEAR
                                                    * (equation.problem.to()
                                                            - equation.problem.from()));
            if (isNear) {
                near = Math.max(near, errors[i]);
            } else {
                far = Math.max(far, errors[i]);
            }
        }
        return near / far;
    }

    private void showSolution(Variants by) {
        List<Curve> curves = new ArrayList<>();
        curves.add(solution(Variant.OUTER, by));
        curves.add(solution(Variant.TRAINED, by));
        curves.add(new Curve("exact", Role.THEORY, Shape.DASHES, x, exact));
        bench.show(
                new Chart(
                        id,
                        new Caption(
                                equation.title + " through its singular points",
                                ("With all layers trained the largest error is %s of the solution’s"
                                                + " size, with the first and the last %s, with"
                                                + " L-BFGS afterwards %s (medians of %d).")
                                        .formatted(
                                                figure(by.of(Variant.TRAINED)),
                                                figure(by.of(Variant.OUTER)),
                                                figure(by.of(Variant.POLISHED)),
                                                by.of(Variant.TRAINED).size())),
                        Axis.linear("x"),
                        Axis.linear("y"),
                        curves,
                        Curves.singular(equation.singular, "singular")));
    }

    private Curve solution(Variant variant, Variants by) {
        return Curves.median(
                variant.title(),
                variant.role(),
                Shape.LINE,
                x,
                by.of(variant).stream().map(one -> one.candidate().at(x)[0]).toList());
    }

    private String figure(List<Learned> repetitions) {
        double[] errors = repetitions.stream().mapToDouble(one -> error(one.candidate())).toArray();
        return Figures.rounded(Curves.median(errors), 2);
    }

    private void showErrors(Variants by, Optional<Named> more) {
        List<Curve> curves = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            curves.add(errorCurve(variant.title(), variant.role(), by.of(variant)));
        }
        more.ifPresent(one -> curves.add(errorCurve(one.name, Role.BASELINE, one.learned)));
        curves.add(
                new Curve(
                        "Chebyshev collocation",
                        Role.BASELINE,
                        Shape.LINE,
                        x,
                        errors(equation.collocation.apply(x))));
        equation.march.ifPresent(path -> curves.add(marched(path)));
        bench.show(
                new Chart(
                        id + "-error",
                        new Caption(
                                equation.title + ": the error along the interval",
                                ("Chebyshev collocation of the same residual is wrong by %s at"
                                                + " most; networks, with L-BFGS after Adam, by %s%s.")
                                        .formatted(
                                                Figures.rounded(
                                                        Curves.most(
                                                                errors(
                                                                        equation.collocation.apply(
                                                                                x))),
                                                        2),
                                                figure(by.of(Variant.POLISHED)),
                                                marchWords())),
                        Axis.linear("x"),
                        Axis.log("error, of the solution’s size"),
                        curves,
                        Curves.singular(equation.singular, "singular")));
    }

    private String marchWords() {
        return equation.march
                .map(path ->
                        path.isWhole()
                                ? "; a Runge-Kutta march steps over the singular point and is"
                                        + " wrong by "
                                        + Figures.rounded(Curves.most(marched(path).y()), 2)
                                        + " at most"
                                : "; a Runge-Kutta march stops at x = "
                                        + Figures.rounded(path.reached(), 5))
                .orElse("");
    }

    private Curve errorCurve(String name, Role role, List<Learned> repetitions) {
        Curve whole =
                Curves.median(
                        name,
                        role,
                        Shape.LINE,
                        x,
                        repetitions.stream().map(one -> errors(one.candidate())).toList());
        return Curves.between(whole, BUILT_IN, GRID);
    }

    private Curve marched(Marching.Path path) {
        double[] places = path.x().stream().mapToDouble(Double::doubleValue).toArray();
        double[] y = path.states().stream().mapToDouble(state -> state[0]).toArray();
        return new Curve(
                "Runge-Kutta march",
                Role.BASELINE,
                Shape.LINE,
                places,
                Curves.distances(y, equation.exact.apply(places), scale()));
    }

    private void showLosses(Variants by, Optional<Named> more) {
        List<Curve> curves = new ArrayList<>();
        for (Variant variant : Variant.values()) {
            curves.add(Curves.losses(variant.title(), variant.role(), by.of(variant)));
        }
        more.ifPresent(one -> curves.add(Curves.losses(one.name, Role.BASELINE, one.learned)));
        bench.show(
                new Chart(
                        id + "-loss",
                        new Caption(
                                equation.title + ": the loss while it is learned",
                                "At the end it is %s with all layers trained, %s with the first and the last, %s with L-BFGS afterwards (medians)."
                                        .formatted(
                                                loss(by.of(Variant.TRAINED)),
                                                loss(by.of(Variant.OUTER)),
                                                loss(by.of(Variant.POLISHED)))),
                        Axis.linear("step"),
                        Axis.log("mean square of the residual"),
                        curves));
    }

    private static String loss(List<Learned> repetitions) {
        return Figures.rounded(
                Curves.median(repetitions.stream().mapToDouble(Learned::loss).toArray()), 2);
    }
}
