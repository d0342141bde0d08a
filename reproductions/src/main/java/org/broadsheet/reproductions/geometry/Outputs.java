package org.broadsheet.reproductions.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.geometry.ConditionTask;
import org.broadsheet.reproductions.geometry.Trial.Measures;

/// This trains both activations on eight random conditions with one to seven uncorrelated outputs,
/// and measures how disentangled the outputs are in the hidden layer.
final class Outputs implements LearnedGeometry.Part {
    static final String FEW = "parallelism-lead-with-few-outputs";
    static final String DIMENSIONS = "dimensions-lead-with-few-outputs";

    private static final int CONDITIONS = 8;
    private static final int MOST = CONDITIONS - 1;

    /// Few outputs are at most so many of the seven that eight conditions can have.
    private static final int FEW_OUTPUTS = 2;

    private final List<List<List<Measures>>> all =
            IntStream.range(0, 2)
                    .mapToObj(_ ->
                            IntStream.range(0, MOST)
                                    .<List<Measures>>mapToObj(_ -> new ArrayList<>())
                                    .toList())
                    .toList();

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("outputs, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            int repetition = seed;
            List<Measures> measured =
                    IntStream.range(0, 2 * MOST)
                            .parallel()
                            .mapToObj(i -> run(i / MOST, i % MOST + 1, repetition, setting))
                            .toList();
            for (int i = 0; i < measured.size(); i++) {
                all.get(i / MOST).get(i % MOST).add(measured.get(i));
            }
            if (LearnedGeometry.comparesTanhWithRelu(setting)) {
                bench.metric(FEW, lead(seed, true));
                bench.metric(DIMENSIONS, lead(seed, false));
            }
        }
        show(setting, bench);
    }

    private static Measures run(int activation, int outputs, int seed, Setting setting) {
        int inputs = setting.count("inputs");
        return new Trial(
                        random -> ConditionTask.unstructured(CONDITIONS, inputs, outputs, random),
                        setting.real("noise"),
                        LearnedGeometry.activation(activation, setting),
                        1)
                .run("outputs " + outputs, seed, setting);
    }

    private double lead(int seed, boolean ofParallelism) {
        return IntStream.range(0, FEW_OUTPUTS)
                .mapToDouble(i -> {
                    Measures one = all.get(0).get(i).get(seed);
                    Measures other = all.get(1).get(i).get(seed);
                    return ofParallelism
                            ? one.parallelism() - other.parallelism()
                            : other.dimensions() - one.dimensions();
                })
                .average()
                .orElseThrow();
    }

    private void show(Setting setting, Bench bench) {
        String one = LearnedGeometry.activation(0, setting).title();
        String other = LearnedGeometry.activation(1, setting).title();
        double[] x = IntStream.rangeClosed(1, MOST).asDoubleStream().toArray();
        bench.show(
                new Chart(
                        "outputs",
                        new Caption(
                                "Disentangling, by the number of outputs over eight random conditions",
                                "With two outputs the parallelism score is %s for %s and %s for %s; with %d it is %s and %s."
                                        .formatted(
                                                parallelism(0, 2),
                                                one,
                                                parallelism(1, 2),
                                                other,
                                                MOST,
                                                parallelism(0, MOST),
                                                parallelism(1, MOST))),
                        Axis.linear("outputs"),
                        Axis.linear("parallelism score of the outputs, mean"),
                        List.of(
                                Statistics.curve(
                                        other, Role.BASELINE, x, all.get(1), Measures::parallelism),
                                Statistics.curve(
                                        one,
                                        Role.MEASURED,
                                        x,
                                        all.get(0),
                                        Measures::parallelism))));
    }

    private String parallelism(int activation, int outputs) {
        return Figures.rounded(
                Statistics.mean(all.get(activation).get(outputs - 1), Measures::parallelism), 2);
    }
}
