package org.broadsheet.reproductions.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bars;
import org.broadsheet.lab.Bars.Bar;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Exhibit.Axis;
import org.broadsheet.lab.Exhibit.Caption;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.geometry.Activation;
import org.broadsheet.reproductions.geometry.Trial.Measures;

/// This trains every activation on one nudged exclusive or: those that are flat on both sides, and
/// those that are not.
final class Activations implements LearnedGeometry.Part {
    static final String LEAD = "saturating-target-lead";
    static final String STRICT_LEAD = "saturating-least-over-others-most";
    static final String NEAR_TANH = "shifted-tanh-target-alignment";
    static final String CLIPPING = "clipping-target-gain";

    private final List<List<Measures>> all =
            IntStream.range(0, Activation.values().length)
                    .<List<Measures>>mapToObj(_ -> new ArrayList<>())
                    .toList();

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        for (int seed = 0; seed < seeds; seed++) {
            bench.progress(
                    "activations, repetition %d of %d".formatted(seed + 1, seeds), seed, seeds);
            int repetition = seed;
            List<Measures> measured =
                    Arrays.stream(Activation.values())
                            .parallel()
                            .map(one ->
                                    Trial.nudged(
                                                    setting,
                                                    setting.real("nudge"),
                                                    setting.real("noise"),
                                                    one)
                                            .run("activations", repetition, setting))
                            .toList();
            for (int i = 0; i < measured.size(); i++) {
                all.get(i).add(measured.get(i));
            }
            tell(seed, bench);
        }
        show(setting, bench);
    }

    private double target(Activation activation, int seed) {
        return all.get(activation.ordinal()).get(seed).target();
    }

    private void tell(int seed, Bench bench) {
        bench.metric(LEAD, mean(true, seed) - mean(false, seed));
        bench.metric(
                STRICT_LEAD,
                targets(true, seed).min().orElseThrow() - targets(false, seed).max().orElseThrow());
        bench.metric(NEAR_TANH, target(Activation.SHIFTED_TANH, seed));
        bench.metric(
                CLIPPING, target(Activation.CLIPPED_RELU, seed) - target(Activation.RELU, seed));
    }

    private double mean(boolean saturates, int seed) {
        return targets(saturates, seed).average().orElseThrow();
    }

    private DoubleStream targets(boolean saturates, int seed) {
        return Arrays.stream(Activation.values())
                .filter(one -> one.saturatesOnBothSides() == saturates)
                .mapToDouble(one -> target(one, seed));
    }

    private void show(Setting setting, Bench bench) {
        List<Bar> bars = new ArrayList<>();
        for (Activation one : Activation.values()) {
            List<Measures> measured = all.get(one.ordinal());
            bars.add(
                    new Bar(
                            one.title(),
                            one.saturatesOnBothSides() ? Role.MEASURED : Role.BASELINE,
                            Statistics.mean(measured, Measures::target),
                            measured.stream().mapToDouble(Measures::target).min().orElseThrow(),
                            measured.stream().mapToDouble(Measures::target).max().orElseThrow()));
        }
        int seeds = setting.count("seeds");
        double flat =
                IntStream.range(0, seeds).mapToDouble(i -> mean(true, i)).average().orElseThrow();
        double open =
                IntStream.range(0, seeds).mapToDouble(i -> mean(false, i)).average().orElseThrow();
        bench.show(
                new Bars(
                        "activations",
                        new Caption(
                                "Activations that are flat on both sides, in colour, and others",
                                "Alignment with the labels is %s in the mean of those that are flat on both sides and %s of the others, at nudge %s."
                                        .formatted(
                                                Figures.rounded(flat, 2),
                                                Figures.rounded(open, 2),
                                                Figures.exact(setting.real("nudge")))),
                        Axis.linear("alignment with the labels"),
                        bars));
    }
}
