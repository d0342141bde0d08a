package org.broadsheet.reproductions.pinn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.pinn.Accretion;
import org.broadsheet.methods.pinn.Candidate;
import org.broadsheet.methods.pinn.Collocation;
import org.broadsheet.methods.pinn.Marching;
import org.broadsheet.methods.pinn.MichelFlow;
import org.broadsheet.methods.pinn.Training;
import org.broadsheet.methods.pinn.Weighting;
import org.broadsheet.reproductions.pinn.Learning.Learned;

/// Gas that falls onto a black hole through its sonic point: two equations, two networks, and the
/// weights between them.
final class Flow {
    private static final double INNER = 20;
    private static final double OUTER = 140.5;
    private static final int GRID = 401;

    /// Places of the grid next to the start that charts of errors leave out.
    private static final int BUILT_IN = 4;

    private static final double RATE = 3e-3;
    private static final int DEPTH = 3;
    private static final int TERMS = 40;
    private static final double MARCH_TOLERANCE = 1e-10;

    /// Mass fluxes of the other flows of the portrait, as shares of the transonic one.
    private static final double LESS = 0.8;

    private static final double MORE = 1.2;

    /// The authors' temperature.
    private static final double RELEASED_TEMPERATURE = 1e-6;

    /// Some twenty steps: what a draw of points changes from one step to the next is averaged out.
    private static final double SHARE = 0.05;

    private final Setting setting;
    private final Bench bench;
    private final MichelFlow exact;
    private final Accretion accretion;
    private final double[] radii = Curves.spread(INNER, OUTER, GRID);

    /// The trainings, in order.
    private enum Kind {
        TRAINED("all layers trained", Role.MEASURED),
        ADAPTIVE("adaptive weights", Role.MEASURED),
        POLISHED("then by L-BFGS", Role.MEASURED),
        OUTER("first and last trained", Role.BASELINE),
        IN_TURN("weights 1/2 and 2/3", Role.BASELINE),
        UNSET("speed not given", Role.BASELINE);

        private final String title;
        private final Role role;

        Kind(String title, Role role) {
            this.title = title;
            this.role = role;
        }
    }

    Flow(Setting setting, Bench bench) {
        this.setting = setting;
        this.bench = bench;
        exact =
                new MichelFlow(
                        setting.real("exponent"),
                        setting.real("pressure"),
                        setting.real("sonic-radius"));
        accretion = new Accretion(exact, INNER, OUTER, Accretion.Start.DENSITY_AND_SPEED);
    }

    /// @return a row of the table of errors
    List<String> run() {
        int seeds = setting.count("seeds");
        List<List<Learned>> learned =
                new Workload("accretion", setting, bench)
                        .run(Arrays.stream(Kind.values()).map(this::learning).toList(), seeds);
        for (int seed = 0; seed < seeds; seed++) {
            int repetition = seed;
            tell(
                    Arrays.stream(Kind.values())
                            .map(kind -> learned.get(kind.ordinal()).get(repetition))
                            .toList());
        }
        var collocated = new Collocation(TERMS, 100).solve(accretion).candidate();
        bench.metric("flow-error-collocation", speedError(collocated));
        MichelFlow.State outer = exact.at(OUTER);
        Marching.Path march =
                Marching.march(
                        accretion::slopes,
                        OUTER,
                        new double[] {outer.density(), outer.speed()},
                        INNER,
                        MARCH_TOLERANCE);
        showPortrait(learned, march);
        showErrors(learned, collocated, march);
        showLosses(learned);
        showWeights(learned);
        return List.of(
                "Accretion, speed",
                figure(learned, Kind.TRAINED),
                figure(learned, Kind.POLISHED),
                figure(learned, Kind.OUTER),
                figure(learned, Kind.ADAPTIVE),
                Figures.rounded(speedError(collocated), 2));
    }

    private Learning learning(Kind kind) {
        int steps = setting.count("flow-steps");
        double rate = RATE * setting.real("rate");
        int points = setting.count("flow-points");
        Training.Plan plan = new Training.Plan(steps, points, 1, rate, steps, 0);
        int few = Math.ceilDiv(steps, 5);
        Supplier<Weighting> weighting =
                switch (kind) {
                    case ADAPTIVE ->
                            () -> Weighting.softRelative(setting.real("temperature"), SHARE);
                    case IN_TURN -> () -> Weighting.softInTurn(RELEASED_TEMPERATURE);
                    case TRAINED, POLISHED, OUTER, UNSET -> Weighting::equal;
                };
        return new Learning(
                "accretion, " + kind.title,
                "flow",
                kind == Kind.UNSET
                        ? new Accretion(exact, INNER, OUTER, Accretion.Start.DENSITY)
                        : accretion,
                DEPTH,
                setting.count("flow-width"),
                kind == Kind.POLISHED
                        ? new Training.Plan(few, points, 1, rate, few, setting.count("polish"))
                        : plan,
                kind != Kind.OUTER,
                weighting);
    }

    private void tell(List<Learned> kinds) {
        double[] errors = new double[kinds.size()];
        for (Kind kind : Kind.values()) {
            Learned learned = kinds.get(kind.ordinal());
            errors[kind.ordinal()] = speedError(learned.candidate());
            String word = word(kind);
            bench.metric("flow-error-speed-" + word, errors[kind.ordinal()]);
            bench.metric("flow-error-density-" + word, densityError(learned.candidate()));
            bench.metric("flow-loss-" + word, learned.loss());
        }
        double trained = errors[Kind.TRAINED.ordinal()];
        Candidate candidate = kinds.get(Kind.TRAINED.ordinal()).candidate();
        sonicRadius(candidate)
                .ifPresent(radius ->
                        bench.metric("flow-sonic-radius-shift", radius / exact.sonicRadius() - 1));
        bench.metric("flow-flux-drift", drift(candidate, true));
        bench.metric("flow-energy-drift", drift(candidate, false));
        excess(candidate).ifPresent(excess -> bench.metric("flow-excess", excess));
        Candidate unset = kinds.get(Kind.UNSET.ordinal()).candidate();
        bench.metric("flow-start-speed", unset.at(new double[] {OUTER})[1][0]);
        bench.metric(
                "flow-start-speed-error",
                Math.abs(unset.at(new double[] {OUTER})[1][0] / exact.at(OUTER).speed() - 1));
        bench.metric("flow-gain-layers", Curves.decades(errors[Kind.OUTER.ordinal()], trained));
        bench.metric("flow-gain-polish", Curves.decades(trained, errors[Kind.POLISHED.ordinal()]));
        double adaptive = errors[Kind.ADAPTIVE.ordinal()];
        bench.metric(
                "flow-gain-adaptive", Curves.decades(errors[Kind.IN_TURN.ordinal()], adaptive));
        bench.metric("flow-gain-adaptive-over-equal", Curves.decades(trained, adaptive));
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private double[] exactSpeeds() {
        return Curves.each(radii, radius -> exact.at(radius).speed());
    }

    private double[] speedErrors(Candidate candidate) {
        return Curves.relative(candidate.at(radii)[1], exactSpeeds());
    }

    private double speedError(Candidate candidate) {
        return Curves.most(speedErrors(candidate));
    }

    private double densityError(Candidate candidate) {
        double[] densities = Curves.each(radii, radius -> exact.at(radius).density());
        return Curves.most(Curves.relative(candidate.at(radii)[0], densities));
    }

    /// The largest error of the speed within 2 % of the interval around the sonic radius, over the
    /// largest elsewhere; none where that lies outside the interval.
    private Optional<Double> excess(Candidate candidate) {
        double[] errors = speedErrors(candidate);
        double near = 0;
        double far = Curves.ROUNDING;
        for (int i = 0; i < errors.length; i++) {
            if (Math.abs(radii[i] - exact.sonicRadius()) <= 0.02 * (OUTER - INNER)) {
                near = Math.max(near, errors[i]);
            } else {
                far = Math.max(far, errors[i]);
            }
        }
        return near == 0 ? Optional.empty() : Optional.of(near / far);
    }

    /// Where the candidate's gas first passes from slower to faster than sound, from outside in.
    private Optional<Double> sonicRadius(Candidate candidate) {
        double[] mach = mach(candidate);
        for (int i = mach.length - 1; i > 0; i--) {
            if (mach[i] < 1 && mach[i - 1] >= 1) {
                double share = (1 - mach[i]) / (mach[i - 1] - mach[i]);
                return Optional.of(radii[i] + share * (radii[i - 1] - radii[i]));
            }
        }
        return Optional.empty();
    }

    private double[] mach(Candidate candidate) {
        double[][] values = candidate.at(radii);
        double[] mach = new double[radii.length];
        Arrays.setAll(mach, i -> values[1][i] / Math.sqrt(exact.soundSquare(values[0][i])));
        return mach;
    }

    /// How far a constant of the flow strays from its value, relative to it.
    private double drift(Candidate candidate, boolean ofFlux) {
        double[][] values = candidate.at(radii);
        double most = 0;
        for (int i = 0; i < radii.length; i++) {
            double share =
                    ofFlux
                            ? MichelFlow.flux(radii[i], values[0][i], values[1][i]) / exact.flux()
                            : exact.energy(radii[i], values[0][i], values[1][i]) / exact.energy();
            most = Math.max(most, Math.abs(share - 1));
        }
        return most;
    }

    private void showPortrait(List<List<Learned>> learned, Marching.Path march) {
        List<Curve> curves = new ArrayList<>();
        curves.add(other("less flux, slow", LESS, false));
        curves.add(other("less flux, fast", LESS, true));
        turned("more flux, inside", INNER, exact.sonicRadius()).ifPresent(curves::add);
        turned("more flux, outside", OUTER, exact.sonicRadius()).ifPresent(curves::add);
        curves.add(marched(march));
        Candidate candidate = learned.get(Kind.TRAINED.ordinal()).getFirst().candidate();
        Candidate adaptive = learned.get(Kind.ADAPTIVE.ordinal()).getFirst().candidate();
        curves.add(new Curve("network", Role.MEASURED, Shape.LINE, radii, candidate.at(radii)[1]));
        curves.add(
                new Curve(
                        "network, adaptive weights",
                        Role.MEASURED,
                        Shape.LINE,
                        radii,
                        adaptive.at(radii)[1]));
        curves.add(new Curve("exact inflow", Role.THEORY, Shape.DASHES, radii, exactSpeeds()));
        curves.add(
                new Curve(
                        "sonic point",
                        Role.THEORY,
                        Shape.DOTS,
                        new double[] {exact.sonicRadius()},
                        new double[] {exact.sonicSpeed()}));
        bench.show(
                new Chart(
                        "portrait",
                        new Caption(
                                "Gas falls onto a black hole",
                                ("The network %s (exact: %s) and is wrong by %s at most, with"
                                                + " adaptive weights by %s; the Runge-Kutta march"
                                                + " %s.")
                                        .formatted(
                                                sonicWords(candidate),
                                                Figures.rounded(exact.sonicRadius(), 4),
                                                Figures.rounded(speedError(candidate), 2),
                                                Figures.rounded(speedError(adaptive), 2),
                                                marchWords(march))),
                        Axis.linear("radius, in masses of the black hole"),
                        Axis.log("inward speed, of light"),
                        curves));
    }

    private String sonicWords(Candidate candidate) {
        return sonicRadius(candidate)
                .map(radius ->
                        "passes from slower to faster than sound at r = "
                                + Figures.rounded(radius, 4))
                .orElse("passes nowhere from slower to faster than sound");
    }

    private String marchWords(Marching.Path march) {
        if (!march.isWhole()) {
            return "stops at r = " + Figures.rounded(march.reached(), 5);
        }
        boolean isSlow = march.states().stream().noneMatch(this::isFast);
        boolean isFast = march.states().stream().allMatch(this::isFast);
        return "%s and arrives at r = %s with %s instead of %s"
                .formatted(
                        isSlow
                                ? "stays slower than sound"
                                : isFast ? "stays faster than sound" : "becomes as fast as sound",
                        Figures.rounded(INNER, 3),
                        Figures.rounded(march.states().getLast()[1], 3),
                        Figures.rounded(exact.at(INNER).speed(), 3));
    }

    /// @param state density and speed
    private boolean isFast(double[] state) {
        return state[1] >= Math.sqrt(exact.soundSquare(state[0]));
    }

    private Curve other(String name, double share, boolean isFast) {
        return new Curve(
                name,
                Role.BASELINE,
                Shape.LINE,
                radii,
                Curves.each(radii, radius -> exact.speed(radius, share, isFast)));
    }

    /// A flow of more mass: from an end of the interval to where it turns back, on both sides of
    /// sound.
    private Optional<Curve> turned(String name, double from, double to) {
        List<Double> there = new ArrayList<>();
        for (double radius : Curves.spread(from, to, GRID)) {
            if (Double.isNaN(exact.speed(radius, MORE, false))) {
                break;
            }
            there.add(radius);
        }
        if (there.size() < 2) {
            return Optional.empty();
        }
        int count = there.size();
        double[] x = new double[2 * count];
        double[] y = new double[2 * count];
        for (int i = 0; i < count; i++) {
            int back = 2 * count - 1 - i;
            x[i] = there.get(i);
            x[back] = x[i];
            // Its name stands at its end, on the side of the other names.
            y[i] = exact.speed(x[i], MORE, true);
            y[back] = exact.speed(x[i], MORE, false);
        }
        return Optional.of(new Curve(name, Role.BASELINE, Shape.DASHES, x, y));
    }

    private static Curve marched(Marching.Path march) {
        return new Curve(
                "Runge-Kutta march",
                Role.BASELINE,
                Shape.DOTTED_LINE,
                radii(march),
                march.states().stream().mapToDouble(state -> state[1]).toArray());
    }

    private static double[] radii(Marching.Path march) {
        return march.x().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void showErrors(
            List<List<Learned>> learned, Candidate collocated, Marching.Path march) {
        List<Curve> curves = new ArrayList<>();
        for (Kind kind : List.of(Kind.TRAINED, Kind.ADAPTIVE, Kind.POLISHED, Kind.OUTER)) {
            curves.add(
                    Curves.between(
                            Curves.median(
                                    kind.title,
                                    kind.role,
                                    Shape.LINE,
                                    radii,
                                    learned.get(kind.ordinal()).stream()
                                            .map(one -> speedErrors(one.candidate()))
                                            .toList()),
                            0,
                            GRID - BUILT_IN));
        }
        curves.add(
                new Curve(
                        "Chebyshev collocation",
                        Role.BASELINE,
                        Shape.LINE,
                        radii,
                        speedErrors(collocated)));
        double[] x = radii(march);
        curves.add(
                new Curve(
                        "Runge-Kutta march",
                        Role.BASELINE,
                        Shape.DOTTED_LINE,
                        x,
                        Curves.relative(
                                marched(march).y(),
                                Curves.each(x, radius -> exact.at(radius).speed()))));
        bench.show(
                new Chart(
                        "flow-error",
                        new Caption(
                                "Accretion: the error of the speed along the fall",
                                ("At most %s with all layers trained, %s with adaptive weights, %s"
                                                + " with L-BFGS afterwards (medians of %d); collocation"
                                                + " %s.")
                                        .formatted(
                                                figure(learned, Kind.TRAINED),
                                                figure(learned, Kind.ADAPTIVE),
                                                figure(learned, Kind.POLISHED),
                                                learned.getFirst().size(),
                                                Figures.rounded(speedError(collocated), 2))),
                        Axis.linear("radius, in masses of the black hole"),
                        Axis.log("relative error of the speed"),
                        curves,
                        Curves.singular(accretion.singularPoints(), "as fast as sound")));
    }

    private String figure(List<List<Learned>> learned, Kind kind) {
        double[] errors =
                learned.get(kind.ordinal()).stream()
                        .mapToDouble(one -> speedError(one.candidate()))
                        .toArray();
        return Figures.rounded(Curves.median(errors), 2);
    }

    private void showLosses(List<List<Learned>> learned) {
        List<Curve> curves = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind == Kind.UNSET) {
                continue;
            }
            List<Learned> repetitions = learned.get(kind.ordinal());
            curves.add(Curves.losses(kind.title, kind.role, repetitions));
            ends.add(
                    kind.title
                            + " "
                            + Figures.rounded(
                                    Curves.median(
                                            repetitions.stream()
                                                    .mapToDouble(Learned::loss)
                                                    .toArray()),
                                    2));
        }
        bench.show(
                new Chart(
                        "flow-loss",
                        new Caption(
                                "Accretion: the loss while it is learned",
                                "At the end: " + String.join("; ", ends) + " (medians)."),
                        Axis.linear("step"),
                        Axis.log("mean squares of both residuals"),
                        curves));
    }

    private void showWeights(List<List<Learned>> learned) {
        List<Curve> curves = new ArrayList<>();
        for (Kind kind : List.of(Kind.ADAPTIVE, Kind.IN_TURN)) {
            List<Learned> repetitions = learned.get(kind.ordinal());
            curves.add(
                    Curves.median(
                            kind.title,
                            kind.role,
                            Shape.LINE,
                            repetitions.getFirst().history().steps(),
                            repetitions.stream().map(one -> one.history().weights()).toList()));
        }
        double[] shares = curves.getFirst().y();
        double least = Arrays.stream(shares).min().orElseThrow();
        double[] constant = curves.getLast().y();
        double range = Curves.most(constant) - Arrays.stream(constant).min().orElseThrow();
        bench.show(
                new Chart(
                        "flow-weights",
                        new Caption(
                                "Accretion: the weight of the first equation",
                                ("By relative changes it moves between %s and %s of the sum; by"
                                                + " absolute ones at a temperature of 1e-6 it moves"
                                                + " by %s.")
                                        .formatted(
                                                Figures.rounded(least, 2),
                                                Figures.rounded(Curves.most(shares), 2),
                                                Figures.rounded(range, 1))),
                        Axis.linear("step"),
                        Axis.linear("share of all weights"),
                        curves));
    }
}
