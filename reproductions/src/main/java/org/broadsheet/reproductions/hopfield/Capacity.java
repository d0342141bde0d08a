package org.broadsheet.reproductions.hopfield;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.fit.StraightLine;
import org.broadsheet.methods.hopfield.AssociativeMemory;
import org.broadsheet.methods.hopfield.CapacityFormulas;
import org.broadsheet.methods.hopfield.CapacityMeasurement;
import org.broadsheet.methods.hopfield.ClassicalHopfield;
import org.broadsheet.methods.hopfield.DenseBinaryHopfield;
import org.broadsheet.methods.hopfield.Interaction;
import org.broadsheet.methods.hopfield.ModernHopfield;
import org.broadsheet.methods.hopfield.OneStepTrial;
import org.broadsheet.methods.hopfield.Patterns;

/// This measures how many random patterns a memory holds: the number at which half of the disturbed
/// patterns come back after one update, for growing dimensions.
final class Capacity implements HopfieldNetworks.Part {
    static final String DETERMINATION = "capacity-line-r2";
    static final String OVER_POWER_LAW = "capacity-line-over-power-law";
    static final String SLOPE = "capacity-slope";

    static final List<String> ENERGIES =
            List.of("all", "log-sum-exp", "classical", "polynomial", "exponential");

    private static final String MODERN = "log-sum-exp";
    private static final int SMALLEST = 4;
    private static final int LIMIT = 1_000_000;

    /// A quarter of a pattern's norm for real patterns; no wrong element for binary ones.
    private static final OneStepTrial NEAR = new OneStepTrial(10, 20, 0.25);

    private static final OneStepTrial EXACT = new OneStepTrial(10, 20, 0.01);

    /// For each energy and dimension the capacity of each repetition.
    private final Map<String, Map<Integer, List<Double>>> capacities = new TreeMap<>();

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        int largest = setting.count("largest-dimension");
        List<String> energies =
                ENERGIES.stream().skip(1).filter(energy -> isWanted(energy, setting)).toList();
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("capacity, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            for (String energy : energies) {
                measure(energy, seed, largest, setting);
            }
            if (energies.contains(MODERN)) {
                tell(seed, bench);
            }
            if (!capacities.isEmpty()) {
                show(setting, bench);
            }
        }
    }

    private static boolean isWanted(String energy, Setting setting) {
        return List.of("all", energy).contains(setting.choice("energy"));
    }

    private void measure(String energy, int seed, int largest, Setting setting) {
        List<Integer> sizes =
                IntStream.rangeClosed(SMALLEST, largest)
                        .filter(size -> size % 2 == 0)
                        .boxed()
                        .toList();
        // The largest first, so that the two threads end together; each draws from its own source.
        List<OptionalDouble> found =
                IntStream.range(0, sizes.size())
                        .map(i -> sizes.size() - 1 - i)
                        .parallel()
                        .mapToObj(i -> capacity(energy, sizes.get(i), seed, setting))
                        .toList();
        for (int i = 0; i < sizes.size(); i++) {
            int size = sizes.get(i);
            found.get(sizes.size() - 1 - i)
                    .ifPresent(capacity ->
                            capacities
                                    .computeIfAbsent(energy, _ -> new TreeMap<>())
                                    .computeIfAbsent(size, _ -> new ArrayList<>())
                                    .add(capacity));
        }
    }

    private static OptionalDouble capacity(String energy, int size, int seed, Setting setting) {
        RandomGenerator random = setting.random("capacity " + energy + " " + size, seed);
        OneStepTrial.Setup setup =
                energy.equals(MODERN)
                        ? new OneStepTrial.Sphere(size, Math.sqrt(size - 1), setting.real("noise"))
                        : new OneStepTrial.Binary(size, flips(size));
        OneStepTrial trial = energy.equals(MODERN) ? NEAR : EXACT;
        Function<Patterns, AssociativeMemory> memory = memory(energy, setting.count("degree"));
        return CapacityMeasurement.climb(
                        patterns -> trial.successShare(patterns, setup, memory, random), LIMIT)
                .halfSuccess();
    }

    private static Function<Patterns, AssociativeMemory> memory(String energy, int degree) {
        return switch (energy) {
            case MODERN -> patterns -> new ModernHopfield(patterns, 1);
            case "classical" -> ClassicalHopfield::new;
            case "polynomial" ->
                    patterns ->
                            new DenseBinaryHopfield(patterns, new Interaction.Polynomial(degree));
            default -> patterns -> new DenseBinaryHopfield(patterns, new Interaction.Exponential());
        };
    }

    /// A tenth of the elements, one at least.
    private static int flips(int size) {
        return (int) Math.max(1, Math.round(size / 10.0));
    }

    private void tell(int seed, Bench bench) {
        List<Double> sizes = new ArrayList<>();
        List<Double> logarithms = new ArrayList<>();
        capacities
                .getOrDefault(MODERN, Map.of())
                .forEach((size, values) -> {
                    if (values.size() == seed + 1) {
                        sizes.add((double) size);
                        logarithms.add(Math.log(values.getLast()));
                    }
                });
        if (sizes.size() < 3) {
            bench.log(
                    "Repetition %d: a capacity of 2 to %,d patterns in %d dimensions only; a line"
                                    .formatted(seed + 1, LIMIT, sizes.size())
                            + " needs 3. Less noise gives more.");
            return;
        }
        double[] x = array(sizes);
        double[] y = array(logarithms);
        StraightLine line = StraightLine.through(x, y);
        double[] logX = sizes.stream().mapToDouble(Math::log).toArray();
        StraightLine power = StraightLine.through(logX, y);
        bench.metric(DETERMINATION, line.determination());
        bench.metric(OVER_POWER_LAW, line.determination() - power.determination());
        bench.metric(SLOPE, line.slope());
    }

    private void show(Setting setting, Bench bench) {
        List<Chart.Curve> curves = new ArrayList<>();
        capacities.forEach((energy, bySize) ->
                curves.add(
                        measured(
                                name(energy, setting),
                                energy.equals(MODERN)
                                        ? Exhibit.Role.MEASURED
                                        : Exhibit.Role.BASELINE,
                                bySize)));
        int largest = setting.count("largest-dimension");
        double[] sizes = {SMALLEST, largest};
        String finding = "Binary networks over the dimension.";
        Map<Integer, List<Double>> modern = capacities.getOrDefault(MODERN, Map.of());
        if (modern.size() > 1) {
            StraightLine line = line(modern);
            curves.add(
                    new Chart.Curve(
                            "fitted line",
                            Exhibit.Role.THEORY,
                            Chart.Shape.LINE,
                            sizes,
                            new double[] {
                                Math.exp(line.at(sizes[0])), Math.exp(line.at(sizes[1]))
                            }));
            finding =
                    "Each dimension multiplies the capacity of the modern network by %s (R² %s)."
                            .formatted(
                                    Figures.rounded(Math.exp(line.slope()), 3),
                                    Figures.rounded(line.determination(), 4));
        }
        curves.add(
                formula("0.14 d, classical", IntStream.rangeClosed(SMALLEST, largest).toArray()));
        bench.show(
                new Chart(
                        "capacity",
                        new Exhibit.Caption(
                                "Patterns held with half of the retrievals right after one update",
                                finding),
                        Exhibit.Axis.linear("dimension d"),
                        Exhibit.Axis.log("patterns N"),
                        curves));
    }

    private static String name(String energy, Setting setting) {
        return switch (energy) {
            case MODERN -> "modern, log-sum-exp";
            case "polynomial" -> "binary, polynomial of degree " + setting.count("degree");
            case "exponential" -> "binary, exponential";
            default -> "binary, classical";
        };
    }

    private static Chart.Curve formula(String name, int[] sizes) {
        double[] x = IntStream.of(sizes).asDoubleStream().toArray();
        double[] y = IntStream.of(sizes).mapToDouble(CapacityFormulas::classical).toArray();
        return new Chart.Curve(name, Exhibit.Role.THEORY, Chart.Shape.DASHES, x, y);
    }

    /// The geometric mean over the repetitions, and between which values they lie.
    private static Chart.Curve measured(
            String name, Exhibit.Role role, Map<Integer, List<Double>> bySize) {
        int n = bySize.size();
        double[] x = new double[n];
        double[] y = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        int i = 0;
        for (var entry : bySize.entrySet()) {
            x[i] = entry.getKey();
            y[i] = Math.exp(meanLogarithm(entry.getValue()));
            low[i] = entry.getValue().stream().mapToDouble(v -> v).min().orElseThrow();
            high[i] = entry.getValue().stream().mapToDouble(v -> v).max().orElseThrow();
            i++;
        }
        Chart.Shape shape =
                role == Exhibit.Role.MEASURED ? Chart.Shape.DOTS : Chart.Shape.DOTTED_LINE;
        return new Chart.Curve(name, role, shape, x, y, low, high);
    }

    private static StraightLine line(Map<Integer, List<Double>> bySize) {
        return StraightLine.through(
                bySize.keySet().stream().mapToDouble(v -> v).toArray(),
                bySize.values().stream().mapToDouble(Capacity::meanLogarithm).toArray());
    }

    private static double meanLogarithm(List<Double> values) {
        return values.stream().mapToDouble(Math::log).sum() / values.size();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }
}
