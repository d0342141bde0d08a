package org.broadsheet.reproductions.pinn;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.pinn.Collocation;
import org.broadsheet.methods.pinn.Legendre;
import org.broadsheet.methods.pinn.LorentzBlackHole;
import org.broadsheet.methods.pinn.Training;
import org.broadsheet.methods.pinn.Weighting;
import org.broadsheet.reproductions.pinn.Learning.Learned;

/// Where no smooth solution exists: Legendre's equation between two whole degrees, and the black
/// hole's at large speeds. What a network makes of them, and how one sees it.
final class Limits {
    /// The speeds of the authors' example.
    static final List<Double> SPEEDS = List.of(0.2, 0.5, 1.0, 2.0, 10.0);

    private static final double RATE = 3e-3;

    /// Terms between two series.
    private static final int STEP = 8;

    private static final double NOTHING = 1e-17;

    private final Setting setting;
    private final Bench bench;

    Limits(Setting setting, Bench bench) {
        this.setting = setting;
        this.bench = bench;
    }

    void degrees() {
        double first = Math.floor(setting.real("degree"));
        double[] degrees = Curves.spread(first, first + 1, setting.count("degrees"));
        List<Learning> learnings = new ArrayList<>();
        double[] collocation = new double[degrees.length];
        for (int i = 0; i < degrees.length; i++) {
            Legendre equation = new Legendre(degrees[i]);
            learnings.add(
                    new Learning(
                            "l = " + degrees[i],
                            "degrees",
                            equation,
                            4,
                            32,
                            plan(50),
                            true,
                            Weighting::equal));
            double residual = new Collocation(30, 50).solve(equation).residual();
            collocation[i] = Math.max(NOTHING, residual * residual);
        }
        List<List<Learned>> learned =
                new Workload("degrees that are not whole", setting, bench).run(learnings, 1);
        double[] losses = learned.stream().mapToDouble(one -> one.getFirst().loss()).toArray();
        int half = degrees.length / 2;
        double whole = Math.max(losses[0], losses[losses.length - 1]);
        bench.metric("half-degree-loss", Curves.decades(losses[half], whole));
        bench.show(
                new Chart(
                        "degrees",
                        new Caption(
                                "Between two whole degrees nothing smooth solves Legendre’s equation",
                                ("The loss is %s at l = %s, and %s at most at the whole degrees; at l"
                                                + " = %s 30 polynomials leave %s.")
                                        .formatted(
                                                Figures.rounded(losses[half], 2),
                                                Figures.exact(degrees[half]),
                                                Figures.rounded(whole, 2),
                                                Figures.exact(degrees[half]),
                                                Figures.rounded(collocation[half], 2))),
                        Axis.linear("degree l"),
                        Axis.log("mean square of the residual at the end"),
                        List.of(
                                new Curve(
                                        "network, then by L-BFGS",
                                        Role.MEASURED,
                                        Shape.DOTTED_LINE,
                                        degrees,
                                        losses),
                                new Curve(
                                        "Chebyshev collocation",
                                        Role.BASELINE,
                                        Shape.DOTTED_LINE,
                                        degrees,
                                        collocation))));
    }

    private Training.Plan plan(int points) {
        int steps = Math.ceilDiv(setting.count("steps"), 5);
        return new Training.Plan(
                steps, points, 1, RATE * setting.real("rate"), steps, setting.count("polish"));
    }

    void speeds() {
        double end = setting.real("hole-end");
        List<LorentzBlackHole> holes =
                SPEEDS.stream().map(speed -> new LorentzBlackHole(speed, end)).toList();
        List<Curve> curves = new ArrayList<>();
        List<String> words = new ArrayList<>();
        double[] terms =
                IntStream.rangeClosed(1, setting.count("terms") / STEP)
                        .mapToDouble(i -> STEP * i)
                        .toArray();
        int done = 0;
        for (LorentzBlackHole hole : holes) {
            bench.progress("terms of a series", done++, holes.size());
            double[] residuals =
                    Curves.each(
                            terms,
                            count ->
                                    Math.max(
                                            NOTHING,
                                            new Collocation((int) count, 60)
                                                    .solve(hole.expanded())
                                                    .residual()));
            double last = residuals[residuals.length - 1];
            bench.metric("hole-residual-" + word(hole.speed()), last);
            words.add(Figures.exact(hole.speed()) + ": " + Figures.rounded(last, 1));
            curves.add(
                    new Curve(
                            "c = " + Figures.exact(hole.speed()),
                            last < PinnClaims.FALLEN ? Role.MEASURED : Role.BASELINE,
                            Shape.DOTTED_LINE,
                            terms,
                            residuals));
        }
        bench.show(
                new Chart(
                        "hole-terms",
                        new Caption(
                                "Up to which speeds the black hole’s solution is smooth",
                                "With %d terms the residual is, by speed, %s: where it falls to rounding a smooth solution reaches x = %s."
                                        .formatted(
                                                (int) terms[terms.length - 1],
                                                String.join("; ", words),
                                                Figures.exact(end))),
                        Axis.linear("terms of the series of Chebyshev"),
                        Axis.log("root mean square of the residual"),
                        curves));
    }

    /// As in `0-2`: metrics have no point in their names.
    static String word(double speed) {
        return Figures.exact(speed).toLowerCase(Locale.ROOT).replace('.', '-');
    }
}
