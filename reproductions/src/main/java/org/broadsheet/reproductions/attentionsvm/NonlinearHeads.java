package org.broadsheet.reproductions.attentionsvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bars;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.attentionsvm.AttentionLayer;
import org.broadsheet.methods.attentionsvm.FrobeniusSvm;
import org.broadsheet.methods.attentionsvm.JointWeights;
import org.broadsheet.methods.attentionsvm.Loss;
import org.broadsheet.methods.attentionsvm.Margins;
import org.broadsheet.methods.attentionsvm.Matrices;
import org.broadsheet.methods.attentionsvm.MixedSelection;
import org.broadsheet.methods.attentionsvm.MixedSelection.Thresholds;
import org.broadsheet.methods.attentionsvm.NormalisedDescent;
import org.broadsheet.methods.attentionsvm.Prompts;
import org.broadsheet.methods.attentionsvm.Prompts.Attention;
import org.broadsheet.methods.attentionsvm.Prompts.Shape;
import org.broadsheet.methods.attentionsvm.ReluHead;
import org.broadsheet.methods.attentionsvm.Separation.Separator;

/// This trains W under a head with a hidden layer and compares it with the paper's prediction and
/// with the machine of single tokens.
final class NonlinearHeads implements AttentionMachines.Part {
    static final String CORRELATION = "mixed-correlation";
    static final String LEAD = "mixed-lead";
    static final String MIXED = "mixed-share";

    private static final int PROMPTS = 3;
    private static final int TOKENS = 4;
    private static final int[] DIMENSIONS = {4, 6, 8, 10};

    /// A run that has settled.
    ///
    /// @param kept tokens in all prompts together
    private record Settled(int kept, double predicted, double single) {
        boolean isMixed() {
            return kept > PROMPTS;
        }
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int runs = setting.count("head-runs");
        List<List<Settled>> all = new ArrayList<>();
        for (int d : DIMENSIONS) {
            bench.progress("nonlinear heads, " + d + " dimensions", all.size(), DIMENSIONS.length);
            List<Settled> settled =
                    IntStream.range(0, runs)
                            .parallel()
                            .mapToObj(run -> settled(d, run, setting))
                            .flatMap(Optional::stream)
                            .toList();
            bench.log(
                    "nonlinear heads, %d dimensions: %d of %d runs settled"
                            .formatted(d, settled.size(), runs));
            all.add(settled);
            settled.forEach(one -> tell(one, bench));
        }
        show(all, bench);
    }

    private static void tell(Settled one, Bench bench) {
        bench.metric(MIXED, one.isMixed() ? 1 : 0);
        // For single tokens the prediction is the machine of linear heads and tells nothing new.
        if (one.isMixed()) {
            bench.metric(CORRELATION, one.predicted());
            bench.metric(LEAD, one.predicted() - one.single());
        }
    }

    private static Optional<Settled> settled(int dimension, int run, Setting setting) {
        RandomGenerator random = setting.random("nonlinear in " + dimension, run);
        AttentionLayer layer = layer(dimension, setting, random);
        var descent =
                new NormalisedDescent(
                        layer, JointWeights.random(dimension, random), setting.real("step-length"));
        descent.until(setting.count("steps"));
        double[][] shares = layer.probabilities(descent.weights());
        double[][] reached = descent.weights().matrix();
        Optional<MixedSelection> mixed =
                MixedSelection.of(layer.prompts(), shares, Thresholds.AUTHORS);
        Margins single = Margins.of(layer.prompts(), descent.chosenTokens());
        if (mixed.isPresent() && FrobeniusSvm.solve(single) instanceof Separator machine) {
            long kept =
                    Arrays.stream(shares)
                            .flatMapToDouble(Arrays::stream)
                            .filter(share -> share >= Thresholds.AUTHORS.kept())
                            .count();
            return Optional.of(
                    new Settled(
                            (int) kept,
                            mixed.get().correlation(reached),
                            Matrices.correlation(reached, machine.weights())));
        }
        return Optional.empty();
    }

    private static AttentionLayer layer(int dimension, Setting setting, RandomGenerator random) {
        Attention attention =
                Attention.valueOf(setting.choice("attention").toUpperCase(Locale.ROOT));
        Prompts prompts =
                Prompts.onSphere(new Shape(PROMPTS, TOKENS, dimension), attention, random);
        double[][] hidden =
                IntStream.range(0, dimension)
                        .mapToObj(_ -> Prompts.unit(dimension, random))
                        .toArray(double[][]::new);
        double[] output = new double[dimension];
        Arrays.fill(output, 1);
        return new AttentionLayer(
                prompts,
                new ReluHead(hidden, output),
                Loss.valueOf(setting.choice("loss").toUpperCase(Locale.ROOT)));
    }

    private static void show(List<List<Settled>> all, Bench bench) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < DIMENSIONS.length; i++) {
            List<Settled> mixed = all.get(i).stream().filter(Settled::isMixed).toList();
            if (!mixed.isEmpty()) {
                String d = "d = " + DIMENSIONS[i];
                bars.add(bar(d, Exhibit.Role.MEASURED, mixed, Settled::predicted));
                bars.add(bar(d + ", single", Exhibit.Role.BASELINE, mixed, Settled::single));
            }
        }
        List<Settled> mixed = all.stream().flatMap(List::stream).filter(Settled::isMixed).toList();
        if (bars.isEmpty()) {
            bench.log("nonlinear heads: no run settled on a mixture, so there is no chart");
            return;
        }
        bench.show(
                new Bars(
                        "nonlinear-heads",
                        new Exhibit.Caption(
                                "Mixtures of tokens, predicted",
                                "In the %d runs that keep a mixture W stands at %s with the paper's"
                                                .formatted(
                                                        mixed.size(),
                                                        mean(mixed, Settled::predicted))
                                        + " prediction and at %s with the machine of single tokens; the"
                                                .formatted(mean(mixed, Settled::single))
                                        + " lines hold the middle 80 % of the runs."),
                        Exhibit.Axis.linear("correlation with W"),
                        bars));
    }

    private static String mean(List<Settled> settled, ToDoubleFunction<Settled> value) {
        return Figures.rounded(new Sample(settled.stream().mapToDouble(value).toArray()).mean(), 3);
    }

    private static Bars.Bar bar(
            String label,
            Exhibit.Role role,
            List<Settled> settled,
            ToDoubleFunction<Settled> value) {
        Sample sample = new Sample(settled.stream().mapToDouble(value).toArray());
        return new Bars.Bar(label, role, sample.mean(), sample.quantile(0.1), sample.quantile(0.9));
    }
}
