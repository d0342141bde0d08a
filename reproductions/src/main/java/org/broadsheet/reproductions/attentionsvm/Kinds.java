package org.broadsheet.reproductions.attentionsvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.attentionsvm.AttentionLayer;
import org.broadsheet.methods.attentionsvm.FrobeniusSvm;
import org.broadsheet.methods.attentionsvm.JointWeights;
import org.broadsheet.methods.attentionsvm.Margins;
import org.broadsheet.methods.attentionsvm.NormalisedDescent;
import org.broadsheet.methods.attentionsvm.Optimality;
import org.broadsheet.methods.attentionsvm.Prompts.Shape;
import org.broadsheet.methods.attentionsvm.Separation.Separator;

/// This counts, over the dimension, for how many problems the best tokens can be separated, and
/// which tokens descent settles on.
final class Kinds implements AttentionMachines.Part {
    static final String SEPARABLE = "best-separable";
    static final String SEPARABLE_BELOW = "best-separable-in-two-dimensions";
    static final String GLOBAL_GAIN = "global-gain";

    private static final int[] DIMENSIONS = {2, 3, 4, 5, 6, 8, 10, 14, 20, 28};

    /// One problem.
    private record Outcome(boolean separable, Optimality optimality) {}

    @Override
    public void run(Setting setting, Bench bench) {
        int prompts = setting.count("prompts");
        int tokens = setting.count("tokens");
        List<List<Outcome>> all = new ArrayList<>();
        for (int d : DIMENSIONS) {
            bench.progress("which tokens, " + d + " dimensions", all.size(), DIMENSIONS.length);
            Shape shape = new Shape(prompts, tokens, d);
            all.add(
                    IntStream.range(0, setting.count("instances"))
                            .parallel()
                            .mapToObj(one -> outcome(shape, one, setting))
                            .toList());
        }
        tell(all, enough(setting), bench);
        show(all, setting, bench);
    }

    /// From so many dimensions on any choice of tokens can be separated. The parameters keep it
    /// below the most dimensions that are tried.
    private static int enough(Setting setting) {
        return Math.max(setting.count("tokens") - 1, setting.count("prompts"));
    }

    private static Outcome outcome(Shape shape, int instance, Setting setting) {
        var random = setting.random("kinds in " + shape.dimension(), instance);
        AttentionLayer layer = Layers.drawn(shape, setting, random);
        int[] best = layer.prompts().bestTokens(layer.head());
        boolean separable =
                FrobeniusSvm.solve(Margins.of(layer.prompts(), best)) instanceof Separator;
        var descent =
                new NormalisedDescent(
                        layer,
                        JointWeights.random(shape.dimension(), random),
                        setting.real("step-length"));
        descent.until(setting.count("steps"));
        int[] chosen = descent.chosenTokens();
        return new Outcome(
                separable,
                Optimality.of(
                        layer.prompts(),
                        layer.head(),
                        chosen,
                        FrobeniusSvm.solve(Margins.of(layer.prompts(), chosen))));
    }

    private static void tell(List<List<Outcome>> all, int enough, Bench bench) {
        for (int i = 0; i < DIMENSIONS.length; i++) {
            for (Outcome outcome : all.get(i)) {
                if (DIMENSIONS[i] >= enough) {
                    bench.metric(SEPARABLE, outcome.separable() ? 1 : 0);
                }
                if (DIMENSIONS[i] == 2) {
                    bench.metric(SEPARABLE_BELOW, outcome.separable() ? 1 : 0);
                }
            }
        }
        List<Outcome> fewest = all.getFirst();
        List<Outcome> most = all.getLast();
        for (int i = 0; i < fewest.size(); i++) {
            bench.metric(GLOBAL_GAIN, isGlobal(most.get(i)) - isGlobal(fewest.get(i)));
        }
    }

    private static int isGlobal(Outcome outcome) {
        return outcome.optimality() == Optimality.GLOBAL ? 1 : 0;
    }

    private static void show(List<List<Outcome>> all, Setting setting, Bench bench) {
        double[] global = shares(all, one -> one.optimality() == Optimality.GLOBAL);
        double[] local = shares(all, one -> one.optimality() == Optimality.LOCAL);
        double[] separable = shares(all, Outcome::separable);
        int last = DIMENSIONS.length - 1;
        int enough = enough(setting);
        double separated =
                IntStream.range(0, DIMENSIONS.length)
                        .filter(i -> DIMENSIONS[i] >= enough)
                        .mapToDouble(i -> separable[i])
                        .average()
                        .orElseThrow();
        bench.show(
                new Chart(
                        "kinds",
                        new Exhibit.Caption(
                                "Which tokens descent settles on, over the dimension",
                                "With %d prompts of %d tokens, %s %% of the runs end on the best tokens"
                                                .formatted(
                                                        setting.count("prompts"),
                                                        setting.count("tokens"),
                                                        percent(global[0]))
                                        + " in %d dimensions and %s %% in %d; local ends go from %s %% to %s %%. From"
                                                .formatted(
                                                        DIMENSIONS[0],
                                                        percent(global[last]),
                                                        DIMENSIONS[last],
                                                        percent(local[0]),
                                                        percent(local[last]))
                                        + " %d dimensions on the best tokens of %s %% of the problems are separable."
                                                .formatted(enough, percent(separated))),
                        Exhibit.Axis.log("dimension d"),
                        Exhibit.Axis.linear("share of the runs"),
                        List.of(
                                curve(
                                        "best tokens",
                                        Exhibit.Role.MEASURED,
                                        Chart.Shape.DOTTED_LINE,
                                        global),
                                curve(
                                        "local optimum",
                                        Exhibit.Role.MEASURED,
                                        Chart.Shape.DASHES,
                                        local),
                                curve(
                                        "neither, or not yet",
                                        Exhibit.Role.BASELINE,
                                        Chart.Shape.DASHES,
                                        shares(all, one -> one.optimality() == Optimality.NEITHER)),
                                curve(
                                        "best are separable",
                                        Exhibit.Role.BASELINE,
                                        Chart.Shape.LINE,
                                        separable))));
    }

    private static double[] shares(List<List<Outcome>> all, Predicate<Outcome> is) {
        return all.stream()
                .mapToDouble(some -> (double) some.stream().filter(is).count() / some.size())
                .toArray();
    }

    private static Chart.Curve curve(
            String name, Exhibit.Role role, Chart.Shape shape, double[] shares) {
        return new Chart.Curve(
                name, role, shape, Arrays.stream(DIMENSIONS).asDoubleStream().toArray(), shares);
    }

    private static String percent(double share) {
        return Figures.rounded(100 * share, 3);
    }
}
