package org.broadsheet.reproductions.ordinal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Mark;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.methods.ordinal.EntropyComplexity;
import org.broadsheet.methods.ordinal.EntropyComplexityPlane;
import org.broadsheet.reproductions.ordinal.Roc.Case;
import org.broadsheet.reproductions.ordinal.Specimen.Nature;

/// Whether regular, chaotic and noisy series have places of their own in the plane.
final class Separation {
    private record Placed(Specimen specimen, EntropyComplexity point) {}

    /// How far from the periodic limit names would cover each other.
    private static final double NEAR = 0.055;

    private final Bench bench;
    private final int order;
    private final double ratio;
    private final EntropyComplexityPlane plane;

    /// The mean place of each system over all repetitions, as sums.
    private final Map<String, double[]> sums = new LinkedHashMap<>();

    private final Map<String, Nature> natures = new LinkedHashMap<>();

    Separation(Bench bench, int order, double ratio) {
        this.bench = bench;
        this.order = order;
        this.ratio = ratio;
        plane = new EntropyComplexityPlane(order);
    }

    /// One repetition.
    void measure(List<Specimen> specimens, RandomGenerator random) {
        List<Placed> placed =
                specimens.stream().map(one -> new Placed(one, one.point(order, ratio))).toList();
        placed.forEach(this::add);
        bench.metric("periodic-below-limit", 1 - shareAboveLimit(placed, true));
        bench.metric("chaotic-above-limit", shareAboveLimit(placed, false));
        bench.metric("noise-by-complexity", noiseByComplexity(placed));
        bench.metric("nearest-neighbour", nearestNeighbour(placed));
        bench.metric("shuffled-entropy", shuffled(specimens, random));
        baseline(placed);
    }

    /// Periodic ones are those of a formula; regular orbits have several periods.
    private double shareAboveLimit(List<Placed> placed, boolean periodic) {
        return placed.stream()
                .filter(one ->
                        periodic ? Systems.isPeriodic(one.specimen()) : one.specimen().isChaotic())
                .mapToDouble(one -> one.point().entropy() > plane.periodicMaximum() ? 1 : 0)
                .average()
                .orElseThrow();
    }

    private static double noiseByComplexity(List<Placed> placed) {
        return new Roc(
                        placed.stream()
                                .filter(one -> one.specimen().nature() != Nature.REGULAR)
                                .map(one ->
                                        new Case(
                                                one.point().complexity(),
                                                one.specimen().isChaotic()))
                                .toList())
                .area();
    }

    /// The share of series whose nearest neighbour in the plane, among the series of other systems,
    /// has the same nature; averaged over the natures.
    private static double nearestNeighbour(List<Placed> placed) {
        double sum = 0;
        for (Nature nature : Nature.values()) {
            sum +=
                    placed.stream()
                            .filter(one -> one.specimen().nature() == nature)
                            .mapToDouble(one -> nearest(one, placed) == nature ? 1 : 0)
                            .average()
                            .orElseThrow();
        }
        return sum / Nature.values().length;
    }

    private static Nature nearest(Placed one, List<Placed> placed) {
        return placed.stream()
                .filter(other -> !other.specimen().system().equals(one.specimen().system()))
                .min((a, b) -> Double.compare(distance(one, a), distance(one, b)))
                .orElseThrow()
                .specimen()
                .nature();
    }

    private static double distance(Placed a, Placed b) {
        return Math.hypot(
                a.point().entropy() - b.point().entropy(),
                a.point().complexity() - b.point().complexity());
    }

    /// The control: the same values of the chaotic maps in random order have lost what was
    /// measured.
    private double shuffled(List<Specimen> specimens, RandomGenerator random) {
        return specimens.stream()
                .filter(one -> one.isChaotic() && one.pace() == Specimen.Pace.STEPS)
                .map(one -> shuffled(one, random))
                .mapToDouble(one -> one.point(order, ratio).entropy())
                .average()
                .orElseThrow();
    }

    private static Specimen shuffled(Specimen specimen, RandomGenerator random) {
        double[] series = specimen.series().clone();
        for (int i = series.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double kept = series[i];
            series[i] = series[j];
            series[j] = kept;
        }
        return new Specimen(specimen.system(), specimen.nature(), specimen.pace(), series);
    }

    /// The baseline: the correlation with the step before tells the logistic map from white noise
    /// no better than a coin.
    private void baseline(List<Placed> placed) {
        List<Placed> two =
                placed.stream()
                        .filter(one ->
                                List.of(Systems.LOGISTIC, Systems.WHITE)
                                        .contains(one.specimen().system()))
                        .toList();
        double byOrder = area(two, one -> one.point().complexity());
        double byCorrelation =
                area(two, one -> Math.abs(Statistics.lagOneCorrelation(one.specimen().series())));
        bench.metric("logistic-by-complexity", byOrder);
        bench.metric("logistic-by-correlation", byCorrelation);
        bench.metric("gain-over-correlation", byOrder - byCorrelation);
    }

    private interface Score {
        double of(Placed placed);
    }

    private static double area(List<Placed> placed, Score score) {
        return new Roc(
                        placed.stream()
                                .map(one -> new Case(score.of(one), one.specimen().isChaotic()))
                                .toList())
                .area();
    }

    private void add(Placed placed) {
        String system = placed.specimen().system();
        natures.put(system, placed.specimen().nature());
        double[] sum = sums.computeIfAbsent(system, _ -> new double[3]);
        sum[0] += placed.point().entropy();
        sum[1] += placed.point().complexity();
        sum[2]++;
    }

    /// The paper's picture, of all repetitions so far, and a closer look at where it is crowded.
    void show() {
        List<String> near = sums.keySet().stream().filter(this::isNearLimit).toList();
        List<Curve> curves = new ArrayList<>(limits(0, 1));
        for (Nature nature : Nature.values()) {
            List<String> crowd = near.stream().filter(one -> natures.get(one) == nature).toList();
            if (!crowd.isEmpty()) {
                curves.add(points(nature.name().toLowerCase(Locale.ROOT) + ", near", crowd));
            }
        }
        sums.keySet().stream()
                .filter(one -> !near.contains(one))
                .forEach(one -> curves.add(points(one, List.of(one))));
        show("plane", "Every system in the entropy-complexity plane", finding(), curves);
        if (!near.isEmpty()) {
            List<Curve> close =
                    new ArrayList<>(
                            limits(plane.periodicMaximum() - NEAR, plane.periodicMaximum() + NEAR));
            near.forEach(one -> close.add(points(one, List.of(one))));
            show(
                    "near-limit",
                    "A closer look around the periodic limit",
                    near.stream().map(this::place).collect(Collectors.joining("; ")) + ".",
                    close);
        }
    }

    private void show(String id, String title, String finding, List<Curve> curves) {
        bench.show(
                new Chart(
                        id,
                        new Caption(title, finding),
                        Axis.linear("normalised permutation entropy H"),
                        Axis.linear("Jensen-Shannon complexity C"),
                        curves,
                        List.of(
                                new Mark(
                                        Mark.Direction.UPRIGHT,
                                        plane.periodicMaximum(),
                                        "periodic limit"))));
    }

    private boolean isNearLimit(String system) {
        return Math.abs(mean(system, 0) - plane.periodicMaximum()) < NEAR;
    }

    private String place(String system) {
        return "%s at H = %s, C = %s"
                .formatted(
                        system,
                        Figures.rounded(mean(system, 0), 3),
                        Figures.rounded(mean(system, 1), 3));
    }

    /// @param coordinate 0 for H, 1 for C
    private double mean(String system, int coordinate) {
        double[] sum = sums.getOrDefault(system, new double[] {0, 0, 1});
        return sum[coordinate] / sum[2];
    }

    private List<Curve> limits(double from, double to) {
        return List.of(
                limit("greatest", Shape.LINE, from, to, plane.upperLimit(400)),
                limit("least", Shape.DASHES, from, to, plane.lowerLimit(400)));
    }

    private static Curve limit(
            String name, Shape shape, double from, double to, List<EntropyComplexity> all) {
        List<EntropyComplexity> points =
                all.stream().filter(one -> one.entropy() >= from && one.entropy() <= to).toList();
        return new Curve(
                name,
                Role.THEORY,
                shape,
                points.stream().mapToDouble(EntropyComplexity::entropy).toArray(),
                points.stream().mapToDouble(EntropyComplexity::complexity).toArray());
    }

    private Curve points(String name, List<String> systems) {
        return new Curve(
                name,
                natures.get(systems.getFirst()) == Nature.CHAOTIC ? Role.MEASURED : Role.BASELINE,
                Shape.DOTS,
                systems.stream().mapToDouble(one -> mean(one, 0)).toArray(),
                systems.stream().mapToDouble(one -> mean(one, 1)).toArray());
    }

    private String finding() {
        return "Mean H of the systems: regular %s, chaotic %s, noise %s; the periodic limit is %s. Chaotic systems are drawn in the colour."
                .formatted(
                        range(Nature.REGULAR),
                        range(Nature.CHAOTIC),
                        range(Nature.NOISE),
                        Figures.rounded(plane.periodicMaximum(), 3));
    }

    private String range(Nature nature) {
        var entropies =
                sums.entrySet().stream()
                        .filter(one -> natures.get(one.getKey()) == nature)
                        .mapToDouble(one -> one.getValue()[0] / one.getValue()[2])
                        .summaryStatistics();
        return Figures.rounded(entropies.getMin(), 2)
                + " to "
                + Figures.rounded(entropies.getMax(), 2);
    }
}
