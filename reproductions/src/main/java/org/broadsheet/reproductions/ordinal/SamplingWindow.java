package org.broadsheet.reproductions.ordinal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.broadsheet.methods.ordinal.EntropyComplexity;
import org.broadsheet.methods.ordinal.EntropyComplexityPlane;
import org.broadsheet.methods.ordinal.PermutationEntropy;
import org.broadsheet.methods.ordinal.Sampling;
import org.broadsheet.reproductions.ordinal.Specimen.Pace;

/// Whether one rule, "H above the periodic limit is chaos", holds for all flows alike once the
/// window spans the right part of a natural time, and for no other window.
final class SamplingWindow {
    /// In natural times.
    private static final double[] RATIOS =
            IntStream.rangeClosed(1, 30).mapToDouble(i -> i / 20.0).toArray();

    private final Bench bench;
    private final int order;
    private final double limit;

    /// The mean over the repetitions, as a sum.
    private final double[] accuracies = new double[RATIOS.length];

    private double fixed;
    private int repetitions;

    SamplingWindow(Bench bench, int order) {
        this.bench = bench;
        this.order = order;
        limit = new EntropyComplexityPlane(order).periodicMaximum();
    }

    /// One repetition.
    void measure(List<Specimen> specimens) {
        List<Specimen> flows = specimens.stream().filter(one -> one.pace() == Pace.FLOW).toList();
        List<Double> within = new ArrayList<>();
        for (int i = 0; i < RATIOS.length; i++) {
            double ratio = RATIOS[i];
            double accuracy = accuracy(flows, one -> one.point(order, ratio));
            accuracies[i] += accuracy;
            if (ratio >= Sampling.LEAST_PATTERN_RATIO && ratio <= Sampling.MOST_PATTERN_RATIO) {
                within.add(accuracy);
            }
        }
        double mean = within.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double interval1 =
                accuracy(flows, one -> new PermutationEntropy(order, 1).of(one.series()));
        fixed += interval1;
        repetitions++;
        bench.metric("accuracy-in-window", mean);
        bench.metric(
                "worst-in-window",
                within.stream().mapToDouble(Double::doubleValue).min().orElseThrow());
        bench.metric("gain-over-fixed-interval", mean - interval1);
    }

    private interface Place {
        EntropyComplexity of(Specimen specimen);
    }

    /// Balanced: systems count alike among their kind, and both kinds count alike.
    private double accuracy(List<Specimen> flows, Place place) {
        Map<Boolean, Map<String, Double>> shares =
                flows.stream()
                        .collect(
                                Collectors.partitioningBy(
                                        Specimen::isChaotic,
                                        Collectors.groupingBy(
                                                Specimen::system,
                                                LinkedHashMap::new,
                                                Collectors.averagingDouble(
                                                        one -> isRight(one, place) ? 1 : 0))));
        return shares.values().stream()
                .mapToDouble(systems ->
                        systems.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow())
                .average()
                .orElseThrow();
    }

    private boolean isRight(Specimen specimen, Place place) {
        return place.of(specimen).entropy() > limit == specimen.isChaotic();
    }

    /// All repetitions so far, and the curves of one series of each system.
    void show(List<Specimen> specimens) {
        double[] means = new double[RATIOS.length];
        int best = 0;
        for (int i = 0; i < means.length; i++) {
            means[i] = accuracies[i] / repetitions;
            best = means[i] > means[best] ? i : best;
        }
        double[] ends = {RATIOS[0], RATIOS[RATIOS.length - 1]};
        double[] level = {fixed / repetitions, fixed / repetitions};
        bench.show(
                new Chart(
                        "window",
                        new Caption(
                                "How often the rule is right, by the span of a window",
                                "The rule is right most often, %s of the time, at %s natural times; with an interval of one sample it is right %s of the time."
                                        .formatted(
                                                Figures.rounded(means[best], 3),
                                                Figures.rounded(RATIOS[best], 2),
                                                Figures.rounded(level[0], 3))),
                        Axis.linear("pattern time in natural times"),
                        Axis.linear("balanced accuracy"),
                        List.of(
                                new Curve(
                                        "H above limit",
                                        Role.MEASURED,
                                        Shape.DOTTED_LINE,
                                        RATIOS,
                                        means),
                                new Curve(
                                        "interval of 1", Role.BASELINE, Shape.DASHES, ends, level)),
                        marks()));
        curves(specimens, "entropy", "Entropy H", EntropyComplexity::entropy);
        curves(specimens, "complexity", "Complexity C", EntropyComplexity::complexity);
    }

    private static List<Mark> marks() {
        return List.of(
                new Mark(Mark.Direction.UPRIGHT, Sampling.LEAST_PATTERN_RATIO, "from"),
                new Mark(Mark.Direction.UPRIGHT, Sampling.MOST_PATTERN_RATIO, "to"));
    }

    private interface Coordinate {
        double of(EntropyComplexity point);
    }

    private void curves(List<Specimen> specimens, String id, String label, Coordinate coordinate) {
        Map<String, Specimen> first = new LinkedHashMap<>();
        specimens.stream()
                .filter(one -> one.pace() == Pace.FLOW)
                .forEach(one -> first.putIfAbsent(one.system(), one));
        List<Curve> curves =
                first.values().stream()
                        .map(one ->
                                new Curve(
                                        one.system(),
                                        one.isChaotic() ? Role.MEASURED : Role.BASELINE,
                                        Shape.LINE,
                                        RATIOS,
                                        IntStream.range(0, RATIOS.length)
                                                .mapToDouble(i ->
                                                        coordinate.of(one.point(order, RATIOS[i])))
                                                .toArray()))
                        .toList();
        bench.show(
                new Chart(
                        id + "-by-interval",
                        new Caption(
                                label + " by the span of a window",
                                "One series of each system. The window that the paper names lies between the marks; the periodic limit of H is %s."
                                        .formatted(Figures.rounded(limit, 3))),
                        Axis.linear("pattern time in natural times"),
                        Axis.linear(label),
                        curves,
                        marks()));
    }
}
