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

/// This trains networks with several hidden layers on a nudged exclusive or, and measures each
/// layer.
final class Layers implements LearnedGeometry.Part {
    static final String FIRST_LEAD = "target-lead-first-layer";
    static final String INPUT_LEAD = "input-lead-first-layer";

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        int layers = setting.count("layers");
        int inputs = setting.count("inputs");
        double nudge = setting.real("nudge");
        List<List<List<Measures>>> all =
                IntStream.range(0, 2)
                        .mapToObj(_ ->
                                IntStream.range(0, layers)
                                        .<List<Measures>>mapToObj(_ -> new ArrayList<>())
                                        .toList())
                        .toList();
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress("layers, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            int repetition = seed;
            List<List<Measures>> measured =
                    IntStream.range(0, 2)
                            .parallel()
                            .mapToObj(i ->
                                    new Trial(
                                                    random ->
                                                            ConditionTask.nudgedXor(
                                                                    inputs, nudge, random),
                                                    setting.real("noise"),
                                                    LearnedGeometry.activation(i, setting),
                                                    layers)
                                            .measures("layers", repetition, setting, layers))
                            .toList();
            for (int i = 0; i < 2; i++) {
                for (int layer = 0; layer < layers; layer++) {
                    all.get(i).get(layer).add(measured.get(i).get(layer));
                }
            }
            if (LearnedGeometry.comparesTanhWithRelu(setting)) {
                Measures one = measured.getFirst().getFirst();
                Measures other = measured.getLast().getFirst();
                bench.metric(FIRST_LEAD, one.target() - other.target());
                bench.metric(INPUT_LEAD, other.input() - one.input());
            }
        }
        show(all, setting, bench);
    }

    private static void show(List<List<List<Measures>>> all, Setting setting, Bench bench) {
        String one = LearnedGeometry.activation(0, setting).title();
        String other = LearnedGeometry.activation(1, setting).title();
        int layers = all.getFirst().size();
        double[] x = IntStream.rangeClosed(1, layers).asDoubleStream().toArray();
        bench.show(
                new Chart(
                        "layers",
                        new Caption(
                                "Alignment with the labels, layer by layer",
                                "In the first of %d layers %s is aligned by %s and %s by %s, in the last by %s and %s."
                                        .formatted(
                                                layers,
                                                one,
                                                target(all, 0, 0),
                                                other,
                                                target(all, 1, 0),
                                                target(all, 0, layers - 1),
                                                target(all, 1, layers - 1))),
                        Axis.linear("hidden layer"),
                        Axis.linear("alignment with the labels"),
                        List.of(
                                Statistics.curve(
                                        other, Role.BASELINE, x, all.get(1), Measures::target),
                                Statistics.curve(
                                        one, Role.MEASURED, x, all.get(0), Measures::target))));
    }

    private static String target(List<List<List<Measures>>> all, int activation, int layer) {
        return Figures.rounded(
                Statistics.mean(all.get(activation).get(layer), Measures::target), 2);
    }
}
