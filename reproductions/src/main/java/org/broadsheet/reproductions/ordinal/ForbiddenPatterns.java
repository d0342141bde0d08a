package org.broadsheet.reproductions.ordinal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Chart.Curve;
import org.broadsheet.lab.Chart.Shape;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.methods.ordinal.PermutationEntropy;
import org.broadsheet.reproductions.ordinal.Roc.Case;
import org.broadsheet.reproductions.ordinal.Specimen.Pace;

/// Whether a map betrays itself by patterns that it never makes, while noise makes all, sooner or
/// later.
final class ForbiddenPatterns {
    private static final int[] LENGTHS = {32, 64, 128, 256, 512, 1_024, 2_048, Systems.LENGTH};
    private static final int SHORT = 256;

    private final Bench bench;
    private final PermutationEntropy measure;

    /// For each system the patterns not seen by length, as sums over the repetitions.
    private final Map<String, double[]> sums = new LinkedHashMap<>();

    private final Map<String, Specimen> examples = new LinkedHashMap<>();
    private final Map<String, Integer> counted = new LinkedHashMap<>();

    ForbiddenPatterns(Bench bench, int order) {
        this.bench = bench;
        measure = new PermutationEntropy(order, 1);
    }

    /// One repetition, with the systems whose interval is 1.
    void measure(List<Specimen> specimens) {
        List<Specimen> steps = specimens.stream().filter(one -> one.pace() == Pace.STEPS).toList();
        steps.forEach(this::add);
        bench.metric(
                "forbidden-in-maps",
                steps.stream()
                        .filter(Specimen::isChaotic)
                        .mapToInt(one -> unseen(one, Systems.LENGTH))
                        .min()
                        .orElseThrow());
        bench.metric(
                "forbidden-in-white-noise",
                steps.stream()
                        .filter(one -> one.system().equals(Systems.WHITE))
                        .mapToInt(one -> unseen(one, Systems.LENGTH))
                        .average()
                        .orElseThrow());
        bench.metric(
                "area-at-256",
                new Roc(
                                steps.stream()
                                        .map(one -> new Case(unseen(one, SHORT), one.isChaotic()))
                                        .toList())
                        .area());
        bench.metric(
                "falling-in-logistic",
                steps.stream()
                        .filter(one -> one.system().equals(Systems.LOGISTIC))
                        .mapToInt(ForbiddenPatterns::fallingTwice)
                        .sum());
    }

    private int unseen(Specimen specimen, int length) {
        return measure.patterns(Arrays.copyOf(specimen.series(), length)).unseen().size();
    }

    /// Windows of three falling values: the logistic map cannot make one, since x > f(x) > f(f(x))
    /// has no solution at r = 4.
    private static int fallingTwice(Specimen specimen) {
        return new PermutationEntropy(3, 1).patterns(specimen.series()).count(5);
    }

    private void add(Specimen specimen) {
        double[] sum = sums.computeIfAbsent(specimen.system(), _ -> new double[LENGTHS.length]);
        for (int i = 0; i < LENGTHS.length; i++) {
            sum[i] += unseen(specimen, LENGTHS[i]);
        }
        examples.putIfAbsent(specimen.system(), specimen);
        counted.merge(specimen.system(), 1, Integer::sum);
    }

    /// All repetitions so far.
    void show() {
        double[] lengths = Arrays.stream(LENGTHS).asDoubleStream().toArray();
        List<Curve> curves = new ArrayList<>();
        sums.forEach((system, sum) ->
                curves.add(
                        new Curve(
                                system,
                                role(system),
                                Shape.DOTTED_LINE,
                                lengths,
                                means(system, sum))));
        bench.show(
                new Chart(
                        "forbidden-patterns",
                        new Caption(
                                "Patterns of order %d not seen, by length"
                                        .formatted(measure.order()),
                                "At %,d samples white noise leaves out %s, the maps %s."
                                        .formatted(Systems.LENGTH, unseen(false), unseen(true))),
                        Axis.log("samples"),
                        Axis.linear("patterns not seen"),
                        curves));
    }

    private Role role(String system) {
        return isChaotic(system) ? Role.MEASURED : Role.BASELINE;
    }

    private boolean isChaotic(String system) {
        Specimen example = examples.get(system);
        return example != null && example.isChaotic();
    }

    private double[] means(String system, double[] sum) {
        double count = counted.getOrDefault(system, 1);
        return Arrays.stream(sum).map(x -> x / count).toArray();
    }

    private String unseen(boolean chaotic) {
        Stream<String> systems =
                sums.keySet().stream()
                        .filter(one -> chaotic ? isChaotic(one) : one.equals(Systems.WHITE));
        return String.join(
                ", ",
                systems.map(one ->
                                Figures.rounded(
                                        means(one, sums.getOrDefault(one, new double[0]))[
                                                LENGTHS.length - 1],
                                        3))
                        .toList());
    }
}
