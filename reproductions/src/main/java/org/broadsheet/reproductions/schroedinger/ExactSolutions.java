package org.broadsheet.reproductions.schroedinger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.methods.schroedinger.AkhmedievBreather;
import org.broadsheet.methods.schroedinger.Filter;
import org.broadsheet.methods.schroedinger.Grid;
import org.broadsheet.methods.schroedinger.Integrator;
import org.broadsheet.methods.schroedinger.Integrator.Evolution;
import org.broadsheet.methods.schroedinger.Soliton;
import org.broadsheet.methods.schroedinger.SplitStep;
import org.broadsheet.methods.schroedinger.Splitting;
import org.broadsheet.methods.schroedinger.Wave;

/// The method beside waves that are known in closed form.
final class ExactSolutions {
    private static final double END = 20;
    private static final double BREATHER_START = -5;
    private static final Soliton FAST = new Soliton(2, 2, 0);
    private static final Soliton BACK = new Soliton(1.5, -2, 0);

    /// Points for each separation of the two solitons: as fine as the dossier's 1,024 over 80.
    private static final double POINTS_PER_SEPARATION = 51.2;

    private final Scheme scheme;
    private final Bench bench;

    ExactSolutions(Scheme scheme, Bench bench) {
        this.scheme = scheme;
        this.bench = bench;
    }

    /// One soliton for a time of 20: with the scheme, without its filter, with a finer integrator,
    /// and with half the points.
    void soliton(Soliton soliton, Grid grid) {
        double error = error(scheme, soliton, grid);
        bench.metric("soliton-error", error);
        bench.metric("soliton-error-unfiltered", error(scheme.unfiltered(), soliton, grid));
        bench.metric("soliton-error-share", error(scheme.finer(), soliton, grid) / error);
        var coarse = new Grid(grid.length(), grid.points() / 2);
        bench.metric("soliton-error-coarse", error(scheme, soliton, coarse));
    }

    private static double error(Scheme scheme, Soliton soliton, Grid grid) {
        Wave end = scheme.follow(soliton.at(grid, 0), 0, END).last();
        return end.distance(soliton.at(grid, END));
    }

    /// Two solitons that pass through each other, until each is where the other began.
    void twoSolitons(double separation) {
        int points =
                Integer.highestOneBit((int) Math.ceil(POINTS_PER_SEPARATION * separation) - 1) * 2;
        var grid = new Grid(4 * separation, points);
        var fast = new Soliton(FAST.amplitude(), FAST.velocity(), -separation / 2);
        var back = new Soliton(BACK.amplitude(), BACK.velocity(), separation / 2);
        double end = separation / fast.velocity();
        Wave start = fast.at(grid, 0).plus(back.at(grid, 0));
        Wave last = scheme.follow(start, 0, end).last();
        double ahead = centroid(last, 0, grid.length() / 2) - separation / 2;
        double behind = centroid(last, -grid.length() / 2, 0) + separation / 2;
        bench.metric("shift-error-fast", Math.abs(ahead - fast.shiftBy(back)));
        bench.metric("shift-error-slow", Math.abs(behind - back.shiftBy(fast)));
        bench.log(
                "shifts %s and %s, by theory %s and %s"
                        .formatted(ahead, behind, fast.shiftBy(back), back.shiftBy(fast)));
        showShift(
                new double[] {ahead, -behind},
                last,
                start(grid, fast, back, end),
                shifted(grid, fast, back, end));
    }

    private static Wave start(Grid grid, Soliton fast, Soliton back, double time) {
        return fast.at(grid, time).plus(back.at(grid, time));
    }

    private static Wave shifted(Grid grid, Soliton fast, Soliton back, double time) {
        return start(grid, moved(fast, fast.shiftBy(back)), moved(back, back.shiftBy(fast)), time);
    }

    private static Soliton moved(Soliton soliton, double by) {
        return new Soliton(soliton.amplitude(), soliton.velocity(), soliton.position() + by);
    }

    private void showShift(double[] shifts, Wave measured, Wave undisturbed, Wave theory) {
        Grid grid = measured.grid();
        double[] x = new double[grid.points()];
        for (int j = 0; j < x.length; j++) {
            x[j] = grid.x(j);
        }
        bench.show(
                new Chart(
                        "phase-shift",
                        new Caption(
                                "Two solitons after they passed through each other",
                                ("The faster one is %s ahead of where it would have been alone, the"
                                                + " other %s; |ψ|² differs from"
                                                + " theory by %s at most.")
                                        .formatted(
                                                Figures.rounded(shifts[0], 6),
                                                Figures.rounded(shifts[1], 6),
                                                Figures.rounded(
                                                        largestDifference(measured, theory), 2))),
                        Axis.linear("x"),
                        Axis.linear("|ψ|²"),
                        List.of(
                                Series.line("measured", x, measured.densities()),
                                new Curve(
                                        "theory, with the shifts",
                                        Role.THEORY,
                                        Shape.DASHES,
                                        x,
                                        theory.densities()),
                                new Curve(
                                        "as if each were alone",
                                        Role.BASELINE,
                                        Shape.LINE,
                                        x,
                                        undisturbed.densities()))));
    }

    private static double largestDifference(Wave one, Wave other) {
        double most = 0;
        for (int j = 0; j < one.grid().points(); j++) {
            most = Math.max(most, Math.abs(one.density(j) - other.density(j)));
        }
        return most;
    }

    private static double centroid(Wave wave, double from, double to) {
        double mass = 0;
        double moment = 0;
        for (int j = 0; j < wave.grid().points(); j++) {
            double x = wave.grid().x(j);
            if (x > from && x < to) {
                mass += wave.density(j);
                moment += x * wave.density(j);
            }
        }
        return moment / mass;
    }

    /// The breather of Akhmediev from its quiet past to its peak.
    void breather(double a) {
        var breather = new AkhmedievBreather(a);
        var grid = new Grid(4 * breather.period(), 256);
        Evolution evolution =
                scheme.follow(
                        breather.at(grid, BREATHER_START),
                        shifted(Integrator.times(-BREATHER_START, 101)));
        double[] highest = Series.each(evolution, wave -> Math.sqrt(Series.most(wave.densities())));
        bench.metric("akhmediev-peak-error", Math.abs(Series.most(highest) - breather.peak()));
        bench.metric("akhmediev-error", evolution.last().distance(breather.at(grid, 0)));
        double[] times = Series.times(evolution);
        double[] theory = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            theory[i] = Math.sqrt(Series.most(breather.at(grid, times[i]).densities()));
        }
        bench.show(
                new Chart(
                        "akhmediev",
                        new Caption(
                                "The breather of Akhmediev rises out of a plane wave",
                                "Its peak is %s, in theory %s."
                                        .formatted(
                                                Figures.rounded(Series.most(highest), 10),
                                                Figures.rounded(breather.peak(), 10))),
                        Axis.linear("time"),
                        Axis.linear("highest |ψ|"),
                        List.of(
                                Series.line("measured", times, highest),
                                new Curve("exact", Role.THEORY, Shape.DASHES, times, theory))));
    }

    private static double[] shifted(double[] times) {
        double[] shifted = new double[times.length];
        for (int i = 0; i < times.length; i++) {
            shifted[i] = BREATHER_START + times[i];
        }
        shifted[times.length - 1] = 0;
        return shifted;
    }

    /// Error against work for the soliton of the paper, by integrator, without a filter.
    void integrators(int each) {
        var soliton = new Soliton(2, 1, -10);
        var grid = new Grid(50, 512);
        List<Curve> curves = new ArrayList<>();
        curves.add(
                workCurve(
                        "Dormand and Prince, order 8",
                        Role.MEASURED,
                        soliton,
                        grid,
                        tolerances(each)));
        for (Splitting splitting : Splitting.values()) {
            List<Integrator> integrators = new ArrayList<>();
            for (int i = 0; i < each; i++) {
                integrators.add(new SplitStep(splitting, 0.04 / (1 << i)));
            }
            curves.add(
                    workCurve(splittingName(splitting), Role.BASELINE, soliton, grid, integrators));
        }
        bench.show(
                new Chart(
                        "integrators",
                        new Caption(
                                "One soliton without a filter: error and work of the integrators",
                                "Each comes down to: "
                                        + curves.stream()
                                                .map(curve ->
                                                        curve.name()
                                                                + " "
                                                                + Figures.rounded(
                                                                        Series.least(curve.y()), 2))
                                                .collect(Collectors.joining("; "))
                                        + "."),
                        Axis.log("evaluations of the nonlinear term"),
                        Axis.log("largest error at t = 20"),
                        curves));
    }

    private static List<Integrator> tolerances(int count) {
        List<Integrator> integrators = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double tolerance = Math.max(Math.pow(10, -4 - 2 * i), Scheme.LEAST_TOLERANCE);
            integrators.add(Scheme.dormandPrince(tolerance));
        }
        return integrators;
    }

    private static String splittingName(Splitting splitting) {
        return switch (splitting) {
            case STRANG -> "split step of Strang, order 2";
            case YOSHIDA -> "of Yoshida, order 4";
            case BLANES_MOAN_4 -> "of Blanes and Moan, order 4";
            case BLANES_MOAN_6 -> "of Blanes and Moan, order 6";
            case KAHAN_LI -> "of Kahan and Li, order 8";
        };
    }

    private static Curve workCurve(
            String name, Role role, Soliton soliton, Grid grid, List<Integrator> integrators) {
        double[] work = new double[integrators.size()];
        double[] errors = new double[integrators.size()];
        for (int i = 0; i < work.length; i++) {
            Evolution evolution =
                    new Scheme(Filter.none(), integrators.get(i))
                            .follow(soliton.at(grid, 0), 0, END);
            work[i] = evolution.evaluations();
            errors[i] = evolution.last().distance(soliton.at(grid, END));
        }
        return new Curve(name, role, Shape.DOTTED_LINE, work, errors);
    }
}
