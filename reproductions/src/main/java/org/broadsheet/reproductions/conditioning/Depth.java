package org.broadsheet.reproductions.conditioning;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.conditioning.CapacityLaws;
import org.broadsheet.methods.conditioning.HeadStack;
import org.broadsheet.methods.conditioning.HeadStack.Together;
import org.broadsheet.methods.fit.StraightLine;

/// This follows symbols through stacks of memories, with one head in each layer and with more.
final class Depth implements PavlovianConditioning.Part {
    static final String LINE = "depth-line-r2";
    static final String FROM_POWER = "depth-from-power-law";
    static final String RESTORED = "losses-restored";
    static final String FROM_ANY = "any-head-from-formula";
    static final String CHAIN = "chain-from-law";

    private static final int SIZE = 16;
    private static final int CODE = 16;
    private static final int STACKS = 120;
    private static final int CHAIN_SIZE = 64;
    private static final int CHAIN_SYMBOLS = 8;

    /// Of one repetition.
    ///
    /// @param followed for each way to join heads and number of heads (from 1) the share still
    ///   right after each layer
    /// @param failure of one head in one layer, from other stacks
    private record Outcome(double[][][] followed, double failure) {}

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        int depth = setting.count("depth");
        int heads = setting.count("heads");
        bench.progress("stacks of memories", 0, 2);
        List<Outcome> outcomes =
                IntStream.range(0, seeds)
                        .parallel()
                        .mapToObj(seed -> outcome(seed, setting))
                        .toList();
        outcomes.forEach(outcome -> tell(outcome, depth, heads, bench));
        showDepth(outcomes, depth, heads, bench);
        showHeads(outcomes, depth, heads, bench);
        bench.progress("chains without decisions", 1, 2);
        chains(seeds, depth, heads, setting, bench);
    }

    private static Outcome outcome(int seed, Setting setting) {
        int heads = setting.count("heads");
        double[][][] followed =
                new double[Together.values().length][heads + 1][setting.count("depth")];
        for (int count = 1; count <= heads; count++) {
            var random = setting.random("stack of " + count, seed);
            for (int stack = 0; stack < STACKS; stack++) {
                HeadStack one = stack(count, random, setting);
                for (Together together : Together.values()) {
                    add(followed[together.ordinal()][count], one.followed(together), STACKS);
                }
            }
        }
        var random = setting.random("failure", seed);
        double failure = 0;
        for (int stack = 0; stack < STACKS; stack++) {
            failure += stack(1, random, setting).failureOfALayer(Together.SUM) / STACKS;
        }
        return new Outcome(followed, failure);
    }

    private static HeadStack stack(int heads, RandomGenerator random, Setting setting) {
        return new HeadStack(
                setting.count("symbols"), SIZE, CODE, heads, setting.count("depth"), random);
    }

    private static void add(double[] sum, double[] more, double over) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i] / over;
        }
    }

    private static void tell(Outcome outcome, int depth, int heads, Bench bench) {
        double[] one = outcome.followed()[Together.SUM.ordinal()][1];
        double worst = 0;
        for (int layer = 0; layer < depth; layer++) {
            worst = Math.max(worst, Math.abs(one[layer] - power(outcome.failure(), layer + 1)));
        }
        bench.metric(FROM_POWER, worst);
        int shown = (int) IntStream.range(0, depth).filter(i -> one[i] > 0.01).count();
        if (shown < 3 || one[shown - 1] == 1) {
            bench.log(
                    "Of %d symbols too few or all were followed over 3 layers; 12 to 24 symbols show a fall."
                            .formatted(outcome.followed()[0][1].length));
        } else {
            double[] x = IntStream.rangeClosed(1, shown).asDoubleStream().toArray();
            double[] y = IntStream.range(0, shown).mapToDouble(i -> Math.log(one[i])).toArray();
            bench.metric(LINE, StraightLine.through(x, y).determination());
        }
        double lost = 1 - one[depth - 1];
        if (heads > 1 && lost > 0) {
            double still = 1 - outcome.followed()[Together.SUM.ordinal()][heads][depth - 1];
            bench.metric(RESTORED, 1 - still / lost);
        }
        double fromAny = 0;
        for (int count = 1; count <= heads; count++) {
            double any = outcome.followed()[Together.ANY.ordinal()][count][depth - 1];
            double formula = power(Math.pow(outcome.failure(), count), depth);
            fromAny = Math.max(fromAny, Math.abs(any - formula));
        }
        bench.metric(FROM_ANY, fromAny);
    }

    private static double power(double failure, int depth) {
        return Math.pow(1 - failure, depth);
    }

    private static double failure(List<Outcome> outcomes) {
        return outcomes.stream().mapToDouble(Outcome::failure).sum() / outcomes.size();
    }

    private static double[] mean(List<Outcome> outcomes, Together together, int heads, int depth) {
        double[] mean = new double[depth];
        outcomes.forEach(
                one -> add(mean, one.followed()[together.ordinal()][heads], outcomes.size()));
        return mean;
    }

    private static void showDepth(List<Outcome> outcomes, int depth, int heads, Bench bench) {
        double[] x = IntStream.rangeClosed(1, depth).asDoubleStream().toArray();
        double failure = failure(outcomes);
        List<Chart.Curve> curves = new ArrayList<>();
        double[] single = mean(outcomes, Together.SUM, 1, depth);
        curves.add(curve("1 head", Role.MEASURED, Chart.Shape.DOTTED_LINE, single));
        double[] power =
                IntStream.rangeClosed(1, depth).mapToDouble(l -> power(failure, l)).toArray();
        curves.add(new Chart.Curve("(1 - e)^L", Role.THEORY, Chart.Shape.DASHES, x, power));
        String more = "";
        if (heads > 1) {
            double[] summed = mean(outcomes, Together.SUM, heads, depth);
            double[] voted = mean(outcomes, Together.VOTE, heads, depth);
            curves.add(curve("sum of " + heads, Role.MEASURED, Chart.Shape.DOTTED_LINE, summed));
            curves.add(curve("vote of " + heads, Role.BASELINE, Chart.Shape.LINE, voted));
            more =
                    "; %d heads summed keep %s %%, by vote %s %%"
                            .formatted(
                                    heads, percent(summed[depth - 1]), percent(voted[depth - 1]));
        }
        bench.show(
                new Chart(
                        "depth",
                        new Exhibit.Caption(
                                "What a stack of memories still gets right, layer by layer",
                                "One head fails %s %% of its decisions, so %d layers keep %s %%%s."
                                        .formatted(
                                                percent(failure),
                                                depth,
                                                percent(single[depth - 1]),
                                                more)),
                        Exhibit.Axis.linear("layers L"),
                        Exhibit.Axis.log("share of symbols still right"),
                        curves));
    }

    /// Only what is over 0 can be shown over a logarithmic axis.
    private static Chart.Curve curve(String name, Role role, Chart.Shape shape, double[] values) {
        int[] shown = IntStream.range(0, values.length).filter(i -> values[i] > 0).toArray();
        return new Chart.Curve(
                name,
                role,
                shape,
                IntStream.of(shown).mapToDouble(i -> i + 1).toArray(),
                IntStream.of(shown).mapToDouble(i -> values[i]).toArray());
    }

    private static String percent(double share) {
        return Figures.rounded(100 * share, 3);
    }

    private static void showHeads(List<Outcome> outcomes, int depth, int heads, Bench bench) {
        if (heads < 2) {
            return;
        }
        double failure = failure(outcomes);
        double[] x = IntStream.rangeClosed(1, heads).asDoubleStream().toArray();
        double[] formula =
                IntStream.rangeClosed(1, heads)
                        .mapToDouble(h -> power(Math.pow(failure, h), depth))
                        .toArray();
        List<Chart.Curve> curves =
                List.of(
                        byHeads("summed", Role.MEASURED, Together.SUM, outcomes, depth, x),
                        byHeads("vote", Role.BASELINE, Together.VOTE, outcomes, depth, x),
                        byHeads("any head right", Role.BASELINE, Together.ANY, outcomes, depth, x),
                        new Chart.Curve(
                                "(1 - e^H)^L", Role.THEORY, Chart.Shape.DASHES, x, formula));
        String needed =
                failure > 0 && failure < 1
                        ? "%s heads would do for 99 %% if the right one were known"
                                .formatted(
                                        Figures.rounded(
                                                CapacityLaws.headsNeeded(failure, depth, 0.99), 2))
                        : "one head never fails here";
        bench.show(
                new Chart(
                        "redundancy",
                        new Exhibit.Caption(
                                "Redundant heads against depth: %d layers".formatted(depth),
                                "With 1 to %d heads, summed: %s of all symbols; %s."
                                        .formatted(heads, list(curves.getFirst().y()), needed)),
                        Exhibit.Axis.linear("heads in each layer H"),
                        Exhibit.Axis.linear("share right after all layers"),
                        curves));
    }

    private static String list(double[] shares) {
        return String.join(
                ", ",
                IntStream.range(0, shares.length)
                        .mapToObj(i -> "%.2f".formatted(shares[i]))
                        .toList());
    }

    private static Chart.Curve byHeads(
            String name,
            Role role,
            Together together,
            List<Outcome> outcomes,
            int depth,
            double[] x) {
        double[] y =
                IntStream.rangeClosed(1, x.length)
                        .mapToDouble(h -> mean(outcomes, together, h, depth)[depth - 1])
                        .toArray();
        return new Chart.Curve(name, role, Chart.Shape.DOTTED_LINE, x, y);
    }

    private static void chains(int seeds, int depth, int heads, Setting setting, Bench bench) {
        double[] x = IntStream.rangeClosed(1, depth).asDoubleStream().toArray();
        List<Chart.Curve> curves = new ArrayList<>();
        double[] worst = new double[seeds];
        List<String> ends = new ArrayList<>();
        for (int count : heads == 1 ? new int[] {1} : new int[] {1, heads}) {
            double[] law =
                    IntStream.rangeClosed(1, depth)
                            .mapToDouble(l ->
                                    CapacityLaws.chainCosine(CHAIN_SYMBOLS, CHAIN_SIZE, count, l))
                            .toArray();
            double[] mean = new double[depth];
            for (int seed = 0; seed < seeds; seed++) {
                double[] own = chain(count, depth, seed, setting);
                for (int i = 0; i < depth; i++) {
                    worst[seed] = Math.max(worst[seed], Math.abs(own[i] - law[i]));
                }
                add(mean, own, seeds);
            }
            String name = count == 1 ? "1 head" : count + " heads";
            curves.add(new Chart.Curve(name, Role.MEASURED, Chart.Shape.DOTS, x, mean));
            curves.add(new Chart.Curve("law, " + name, Role.THEORY, Chart.Shape.DASHES, x, law));
            ends.add(
                    "%s with %s (law %s)"
                            .formatted(
                                    Figures.rounded(mean[depth - 1], 2),
                                    name,
                                    Figures.rounded(law[depth - 1], 2)));
        }
        for (double one : worst) {
            bench.metric(CHAIN, one);
        }
        bench.show(
                new Chart(
                        "chain",
                        new Exhibit.Caption(
                                "Memories that feed their noisy answers to each other",
                                "After %d layers the cosine is %s; %d pairs in %d dimensions, no decisions between layers."
                                        .formatted(
                                                depth,
                                                String.join(", ", ends),
                                                CHAIN_SYMBOLS,
                                                CHAIN_SIZE)),
                        Exhibit.Axis.linear("layers L"),
                        Exhibit.Axis.linear("mean cosine"),
                        curves));
    }

    private static double[] chain(int heads, int depth, int seed, Setting setting) {
        var random = setting.random("chain of " + heads, seed);
        double[] mean = new double[depth];
        for (int stack = 0; stack < STACKS; stack++) {
            add(
                    mean,
                    new HeadStack(CHAIN_SYMBOLS, CHAIN_SIZE, 1, heads, depth, random).cosine(),
                    STACKS);
        }
        return mean;
    }
}
