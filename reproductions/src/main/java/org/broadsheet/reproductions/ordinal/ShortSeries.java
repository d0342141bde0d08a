package org.broadsheet.reproductions.ordinal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.methods.ordinal.EntropyComplexityPlane;
import org.broadsheet.reproductions.ordinal.LabelledOrbits.Labelled;
import org.broadsheet.reproductions.ordinal.Roc.Case;

/// How well H tells chaotic from regular orbits as less and less of them is seen.
final class ShortSeries {
    static final double LONGEST = 50;
    private static final double MIDDLE = 10;
    private static final double[] DURATIONS = {2, 3, 5, 10, 20};

    private final Bench bench;
    private final int order;
    private final double ratio;
    private final double noise;
    private final double[] durations;
    private final double limit;

    private final Map<Double, List<Case>> byEntropy = new LinkedHashMap<>();
    private final Map<Double, List<Case>> byPeaks = new LinkedHashMap<>();
    private final Map<Double, List<Case>> byLyapunov = new LinkedHashMap<>();

    /// @param noise added to the orbits, in their standard deviations
    /// @param shortest duration in natural times
    ShortSeries(Bench bench, int order, double ratio, double noise, double shortest) {
        this.bench = bench;
        this.order = order;
        this.ratio = ratio;
        this.noise = noise;
        durations =
                DoubleStream.concat(
                                DoubleStream.concat(
                                        DoubleStream.of(shortest), DoubleStream.of(DURATIONS)),
                                DoubleStream.of(LONGEST))
                        .filter(duration -> duration >= shortest)
                        .distinct()
                        .toArray();
        limit = new EntropyComplexityPlane(order).periodicMaximum();
    }

    /// One repetition.
    void measure(List<Labelled> orbits, RandomGenerator random) {
        for (double duration : durations) {
            List<Case> entropies = new ArrayList<>();
            List<Case> peaks = new ArrayList<>();
            List<Case> exponents = new ArrayList<>();
            for (Labelled orbit : orbits) {
                Specimen seen = orbit.specimen(duration).disturbed(noise, random);
                entropies.add(new Case(seen.point(order, ratio).entropy(), orbit.chaotic()));
                peaks.add(new Case(peakScatter(seen.series()), orbit.chaotic()));
                exponents.add(
                        new Case(orbit.lyapunov(duration) * orbit.naturalTime(), orbit.chaotic()));
            }
            tell(duration, new Roc(entropies), new Roc(peaks), new Roc(exponents));
            byEntropy.computeIfAbsent(duration, _ -> new ArrayList<>()).addAll(entropies);
            byPeaks.computeIfAbsent(duration, _ -> new ArrayList<>()).addAll(peaks);
            byLyapunov.computeIfAbsent(duration, _ -> new ArrayList<>()).addAll(exponents);
        }
    }

    private void tell(double duration, Roc entropy, Roc peaks, Roc lyapunov) {
        boolean isShortest = duration == durations[0];
        if (!isShortest && duration != LONGEST) {
            return;
        }
        String when = isShortest ? "short" : "long";
        bench.metric("roc-area-" + when, entropy.area());
        bench.metric("rule-accuracy-" + when, entropy.balancedAccuracy(limit));
        bench.metric("chaotic-found-" + when, entropy.above(limit, true));
        bench.metric("regular-mistaken-" + when, entropy.above(limit, false));
        bench.metric("peaks-area-" + when, peaks.area());
        bench.metric("lyapunov-area-" + when, lyapunov.area());
    }

    /// A baseline without patterns: how much the heights of the maxima differ, in standard
    /// deviations of the series; 0 with fewer than two maxima.
    private static double peakScatter(double[] series) {
        double[] peaks =
                IntStream.range(1, series.length - 1)
                        .filter(i -> series[i] > series[i - 1] && series[i] >= series[i + 1])
                        .mapToDouble(i -> series[i])
                        .toArray();
        return peaks.length < 2 ? 0 : Statistics.deviation(peaks) / Statistics.deviation(series);
    }

    /// All repetitions so far.
    void show() {
        showAreas();
        showCurves();
    }

    private void showAreas() {
        double[] areas = areas(byEntropy);
        bench.show(
                new Chart(
                        "duration",
                        new Caption(
                                "Telling chaotic from regular orbits, by how much of them is seen",
                                "The area under the ROC of H is %s at %s natural times and %s at %s; 0.5 is guessing."
                                        .formatted(
                                                Figures.rounded(areas[0], 3),
                                                Figures.exact(durations[0]),
                                                Figures.rounded(areas[areas.length - 1], 3),
                                                Figures.exact(LONGEST))),
                        Axis.log("duration in natural times"),
                        Axis.linear("area under the ROC"),
                        List.of(
                                new Curve(
                                        "entropy H",
                                        Role.MEASURED,
                                        Shape.DOTTED_LINE,
                                        durations,
                                        areas),
                                new Curve(
                                        "scatter of maxima",
                                        Role.BASELINE,
                                        Shape.DOTTED_LINE,
                                        durations,
                                        areas(byPeaks)),
                                new Curve(
                                        "Lyapunov, same time",
                                        Role.THEORY,
                                        Shape.DOTTED_LINE,
                                        durations,
                                        areas(byLyapunov))),
                        List.of(new Mark(Mark.Direction.ACROSS, 0.5, "guessing"))));
    }

    private double[] areas(Map<Double, List<Case>> cases) {
        return DoubleStream.of(durations)
                .map(duration -> new Roc(cases.getOrDefault(duration, List.of())).area())
                .toArray();
    }

    private void showCurves() {
        List<Curve> curves = new ArrayList<>();
        curves.add(
                new Curve(
                        "guessing",
                        Role.BASELINE,
                        Shape.DASHES,
                        new double[] {0, 1},
                        new double[] {0, 1}));
        byEntropy.forEach((duration, cases) -> {
            if (duration != durations[0] && duration != MIDDLE && duration != LONGEST) {
                return;
            }
            var roc = new Roc(cases);
            String name = Figures.exact(duration) + " t_nat";
            curves.add(
                    new Curve(
                            name,
                            Role.MEASURED,
                            Shape.STEPS,
                            roc.falsePositives(),
                            roc.truePositives()));
        });
        List<Case> shortest = byEntropy.getOrDefault(durations[0], List.of());
        var roc = new Roc(shortest);
        curves.add(
                new Curve(
                        "the rule at " + Figures.exact(durations[0]),
                        Role.MEASURED,
                        Shape.DOTS,
                        new double[] {roc.above(limit, false)},
                        new double[] {roc.above(limit, true)}));
        bench.show(
                new Chart(
                        "roc",
                        new Caption(
                                "ROC of H against the alignment index",
                                "At %s natural times the rule H > %s finds %s of the chaotic orbits and mistakes %s of the regular ones."
                                        .formatted(
                                                Figures.exact(durations[0]),
                                                Figures.rounded(limit, 3),
                                                Figures.rounded(roc.above(limit, true), 3),
                                                Figures.rounded(roc.above(limit, false), 3))),
                        Axis.linear("share of regular orbits called chaotic"),
                        Axis.linear("share of chaotic orbits found"),
                        curves));
    }
}
