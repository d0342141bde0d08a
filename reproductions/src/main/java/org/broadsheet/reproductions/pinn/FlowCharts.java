package org.broadsheet.reproductions.pinn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.methods.pinn.Accretion;
import org.broadsheet.methods.pinn.Candidate;
import org.broadsheet.methods.pinn.Marching;
import org.broadsheet.methods.pinn.MichelFlow;
import org.broadsheet.reproductions.pinn.Flow.Kind;
import org.broadsheet.reproductions.pinn.Learning.Learned;

/// The pictures of the accretion.
///
/// @param learned of each kind its repetitions
record FlowCharts(
        Bench bench, FlowMeasures measures, Accretion accretion, List<List<Learned>> learned) {
    /// Places of the grid next to the start that charts of errors leave out.
    private static final int BUILT_IN = 4;

    /// Mass fluxes of the other flows of the portrait, as shares of the transonic one.
    private static final double LESS = 0.8;

    private static final double MORE = 1.2;

    void show(Candidate collocated, Marching.Path march) {
        showPortrait(march);
        showErrors(collocated, march);
        showLosses();
        showWeights();
    }

    private void showPortrait(Marching.Path march) {
        List<Curve> curves = new ArrayList<>();
        curves.add(other("less flux, slow", LESS, false));
        curves.add(other("less flux, fast", LESS, true));
        turned("more flux, inside", radii()[0], exact().sonicRadius()).ifPresent(curves::add);
        turned("more flux, outside", radii()[radii().length - 1], exact().sonicRadius())
                .ifPresent(curves::add);
        curves.add(marched(march));
        Candidate candidate = learned.get(Kind.TRAINED.ordinal()).getFirst().candidate();
        Candidate adaptive = learned.get(Kind.ADAPTIVE.ordinal()).getFirst().candidate();
        curves.add(
                new Curve("network", Role.MEASURED, Shape.LINE, radii(), candidate.at(radii())[1]));
        curves.add(
                new Curve(
                        "network, adaptive weights",
                        Role.MEASURED,
                        Shape.LINE,
                        radii(),
                        adaptive.at(radii())[1]));
        curves.add(
                new Curve(
                        "exact inflow",
                        Role.THEORY,
                        Shape.DASHES,
                        radii(),
                        measures.exactSpeeds()));
        curves.add(
                new Curve(
                        "sonic point",
                        Role.THEORY,
                        Shape.DOTS,
                        new double[] {exact().sonicRadius()},
                        new double[] {exact().sonicSpeed()}));
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
                                                Figures.rounded(exact().sonicRadius(), 4),
                                                Figures.rounded(measures.speedError(candidate), 2),
                                                Figures.rounded(measures.speedError(adaptive), 2),
                                                marchWords(march))),
                        Axis.linear("radius, in masses of the black hole"),
                        Axis.log("inward speed, of light"),
                        curves));
    }

    private String sonicWords(Candidate candidate) {
        return measures.sonicRadius(candidate)
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
                        Figures.rounded(radii()[0], 3),
                        Figures.rounded(march.states().getLast()[1], 3),
                        Figures.rounded(exact().at(radii()[0]).speed(), 3));
    }

    /// @param state density and speed
    private boolean isFast(double[] state) {
        return state[1] >= Math.sqrt(exact().soundSquare(state[0]));
    }

    private Curve other(String name, double share, boolean isFast) {
        return new Curve(
                name,
                Role.BASELINE,
                Shape.LINE,
                radii(),
                Curves.each(radii(), radius -> exact().speed(radius, share, isFast)));
    }

    /// A flow of more mass: from an end of the interval to where it turns back, on both sides of
    /// sound.
    private Optional<Curve> turned(String name, double from, double to) {
        List<Double> there = new ArrayList<>();
        for (double radius : Curves.spread(from, to, radii().length)) {
            if (Double.isNaN(exact().speed(radius, MORE, false))) {
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
            y[i] = exact().speed(x[i], MORE, true);
            y[back] = exact().speed(x[i], MORE, false);
        }
        return Optional.of(new Curve(name, Role.BASELINE, Shape.DASHES, x, y));
    }

    private static Curve marched(Marching.Path march) {
        return new Curve(
                "Runge-Kutta march",
                Role.BASELINE,
                Shape.DOTTED_LINE,
                at(march),
                march.states().stream().mapToDouble(state -> state[1]).toArray());
    }

    private static double[] at(Marching.Path march) {
        return march.x().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void showErrors(Candidate collocated, Marching.Path march) {
        List<Curve> curves = new ArrayList<>();
        for (Kind kind : List.of(Kind.TRAINED, Kind.ADAPTIVE, Kind.POLISHED, Kind.OUTER)) {
            curves.add(
                    Curves.between(
                            Curves.median(
                                    kind.title,
                                    kind.role,
                                    Shape.LINE,
                                    radii(),
                                    learned.get(kind.ordinal()).stream()
                                            .map(one -> measures.speedErrors(one.candidate()))
                                            .toList()),
                            0,
                            radii().length - BUILT_IN));
        }
        curves.add(
                new Curve(
                        "Chebyshev collocation",
                        Role.BASELINE,
                        Shape.LINE,
                        radii(),
                        measures.speedErrors(collocated)));
        double[] x = at(march);
        curves.add(
                new Curve(
                        "Runge-Kutta march",
                        Role.BASELINE,
                        Shape.DOTTED_LINE,
                        x,
                        Curves.relative(
                                marched(march).y(),
                                Curves.each(x, radius -> exact().at(radius).speed()))));
        bench.show(
                new Chart(
                        "flow-error",
                        new Caption(
                                "Accretion: the error of the speed along the fall",
                                ("At most %s with all layers trained, %s with adaptive weights, %s"
                                                + " with L-BFGS afterwards (medians of %d); collocation"
                                                + " %s.")
                                        .formatted(
                                                figure(Kind.TRAINED),
                                                figure(Kind.ADAPTIVE),
                                                figure(Kind.POLISHED),
                                                learned.getFirst().size(),
                                                Figures.rounded(
                                                        measures.speedError(collocated), 2))),
                        Axis.linear("radius, in masses of the black hole"),
                        Axis.log("relative error of the speed"),
                        curves,
                        Curves.singular(accretion.singularPoints(), "as fast as sound")));
    }

    String figure(Kind kind) {
        double[] errors =
                learned.get(kind.ordinal()).stream()
                        .mapToDouble(one -> measures.speedError(one.candidate()))
                        .toArray();
        return Figures.rounded(Curves.median(errors), 2);
    }

    private void showLosses() {
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

    private void showWeights() {
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

    private MichelFlow exact() {
        return measures.exact();
    }

    private double[] radii() {
        return measures.radii();
    }
}
