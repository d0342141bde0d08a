package org.broadsheet.reproductions.attentionsvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.lab.Table;
import org.broadsheet.methods.attentionsvm.AttentionLayer;
import org.broadsheet.methods.attentionsvm.FactoredWeights;
import org.broadsheet.methods.attentionsvm.FrobeniusSvm;
import org.broadsheet.methods.attentionsvm.JointWeights;
import org.broadsheet.methods.attentionsvm.Margins;
import org.broadsheet.methods.attentionsvm.Matrices;
import org.broadsheet.methods.attentionsvm.NormalisedDescent;
import org.broadsheet.methods.attentionsvm.NuclearSvm;
import org.broadsheet.methods.attentionsvm.Optimality;
import org.broadsheet.methods.attentionsvm.Prompts.Shape;
import org.broadsheet.methods.attentionsvm.Separation;
import org.broadsheet.methods.attentionsvm.Separation.Separator;
import org.broadsheet.methods.attentionsvm.Weights;

/// This trains W, and K and Q, on the same prompts and follows how far each is from both machines.
final class Directions implements AttentionMachines.Part {
    static final String W_FROBENIUS = "w-frobenius";
    static final String W_LEAD = "w-lead";
    static final String W_LEFT = "w-misalignment-left";
    static final String W_OTHER = "w-other-tokens";
    static final String KQ_NUCLEAR = "kq-nuclear";
    static final String KQ_LEAD = "kq-lead";
    static final String LOCAL_SHARE = "local-share";
    static final String LOCAL_OWN = "local-own";
    static final String LOCAL_LEAD = "local-lead";

    private static final int CHECKPOINTS = 40;
    private static final int ROWS = 12;

    /// A run in one parametrisation: correlations and shares at each checkpoint.
    ///
    /// @param chosen the tokens at its end
    /// @param certain at each checkpoint the mean over the prompts of the share of those
    /// @param reached the weights at the end
    private record Path(
            int[] chosen,
            Optimality optimality,
            double[] toFrobenius,
            double[] toNuclear,
            double[] certain,
            double[][] reached) {
        double frobenius() {
            return toFrobenius[toFrobenius.length - 1];
        }

        double nuclear() {
            return toNuclear[toNuclear.length - 1];
        }

        double certainty() {
            return certain[certain.length - 1];
        }
    }

    /// Both runs of a seed. Tokens that attention prefers can be separated, by its own weights; a
    /// path is empty where that takes weights too large for the arithmetic.
    private record Pair(AttentionLayer layer, Optional<Path> joint, Optional<Path> factored) {}

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("seeds");
        int[] steps = checkpoints(setting.count("steps"));
        List<Pair> pairs = new ArrayList<>();
        int block = 10;
        for (int from = 0; from < seeds; from += block) {
            bench.progress("training, repetition %d of %d".formatted(from + 1, seeds), from, seeds);
            pairs.addAll(
                    IntStream.range(from, Math.min(seeds, from + block))
                            .parallel()
                            .mapToObj(seed -> pair(seed, steps, setting))
                            .toList());
            show(pairs, steps, bench);
        }
        for (int seed = 0; seed < seeds; seed++) {
            tell(pairs.get(seed), seed, steps, setting, bench);
        }
        showTable(pairs, bench);
    }

    /// About as many as wanted, in equal ratios, from 1 to `last`.
    private static int[] checkpoints(int last) {
        return IntStream.rangeClosed(0, CHECKPOINTS)
                .map(i -> (int) Math.round(Math.pow(last, (double) i / CHECKPOINTS)))
                .distinct()
                .toArray();
    }

    private static Pair pair(int seed, int[] steps, Setting setting) {
        int dimension = setting.count("dimension");
        Shape shape = new Shape(setting.count("prompts"), setting.count("tokens"), dimension);
        AttentionLayer layer = Layers.drawn(shape, setting, setting.random("prompts", seed));
        RandomGenerator random = setting.random("starts", seed);
        Weights joint = JointWeights.random(dimension, random);
        Weights factored =
                FactoredWeights.random(
                        dimension, setting.count("columns"), setting.real("ridge"), random);
        double length = setting.real("step-length");
        return new Pair(
                layer, path(layer, joint, length, steps), path(layer, factored, length, steps));
    }

    private static Optional<Path> path(
            AttentionLayer layer, Weights weights, double length, int[] steps) {
        var descent = new NormalisedDescent(layer, weights, length);
        List<double[][]> way = new ArrayList<>();
        List<double[][]> shares = new ArrayList<>();
        for (int step : steps) {
            descent.until(step);
            way.add(weights.matrix());
            shares.add(layer.probabilities(weights));
        }
        int[] chosen = descent.chosenTokens();
        Margins margins = Margins.of(layer.prompts(), chosen);
        if (FrobeniusSvm.solve(margins) instanceof Separator frobenius
                && NuclearSvm.solve(margins, NuclearSvm.Accuracy.FINE)
                        instanceof Separator nuclear) {
            return Optional.of(
                    new Path(
                            chosen,
                            Optimality.of(layer.prompts(), layer.head(), chosen, frobenius),
                            along(way, one -> Matrices.correlation(one, frobenius.weights())),
                            along(way, one -> Matrices.correlation(one, nuclear.weights())),
                            along(shares, one -> certainty(one, chosen)),
                            weights.matrix()));
        }
        return Optional.empty();
    }

    private static double[] along(List<double[][]> way, ToDoubleFunction<double[][]> value) {
        return way.stream().mapToDouble(value).toArray();
    }

    private static double certainty(double[][] shares, int[] chosen) {
        return IntStream.range(0, chosen.length)
                .mapToDouble(i -> shares[i][chosen[i]])
                .average()
                .orElseThrow();
    }

    private static void tell(Pair pair, int seed, int[] steps, Setting setting, Bench bench) {
        warn("W", pair.joint(), seed, bench);
        warn("K, Q", pair.factored(), seed, bench);
        pair.joint().ifPresent(path -> tellJoint(pair, path, seed, steps, setting, bench));
        pair.factored()
                .ifPresent(path -> {
                    bench.metric(KQ_NUCLEAR, path.nuclear());
                    bench.metric(KQ_LEAD, path.nuclear() - path.frobenius());
                });
    }

    private static void warn(String weights, Optional<Path> path, int seed, Bench bench) {
        if (path.isEmpty()) {
            bench.log(
                    "repetition %d: %s chose tokens that are too close to others for a machine within"
                                    .formatted(seed + 1, weights)
                            + " the arithmetic; more dimensions or fewer prompts keep them apart");
        }
    }

    private static void tellJoint(
            Pair pair, Path path, int seed, int[] steps, Setting setting, Bench bench) {
        bench.metric(W_FROBENIUS, path.frobenius());
        bench.metric(W_LEAD, path.frobenius() - path.nuclear());
        int tenth = 0;
        while (10 * steps[tenth] < steps[steps.length - 1]) {
            tenth++;
        }
        bench.metric(W_LEFT, (1 - path.frobenius()) / (1 - path.toFrobenius()[tenth]));
        int[] others = others(path.chosen(), setting, seed);
        machine(pair.layer(), others)
                .ifPresent(machine ->
                        bench.metric(
                                W_OTHER, Matrices.correlation(path.reached(), machine.weights())));
        bench.metric(LOCAL_SHARE, path.optimality() == Optimality.LOCAL ? 1 : 0);
        if (path.optimality() == Optimality.LOCAL) {
            bench.metric(LOCAL_OWN, path.frobenius());
            int[] best = pair.layer().prompts().bestTokens(pair.layer().head());
            machine(pair.layer(), best)
                    .ifPresent(machine ->
                            bench.metric(
                                    LOCAL_LEAD,
                                    path.frobenius()
                                            - Matrices.correlation(
                                                    path.reached(), machine.weights())));
        }
    }

    private static Optional<Separator> machine(AttentionLayer layer, int[] tokens) {
        Separation answer = FrobeniusSvm.solve(Margins.of(layer.prompts(), tokens));
        return answer instanceof Separator separator ? Optional.of(separator) : Optional.empty();
    }

    /// In each prompt another token than the chosen one.
    private static int[] others(int[] chosen, Setting setting, int seed) {
        RandomGenerator random = setting.random("other tokens", seed);
        int tokens = setting.count("tokens");
        return Arrays.stream(chosen)
                .map(token -> (token + 1 + random.nextInt(tokens - 1)) % tokens)
                .toArray();
    }

    private static void show(List<Pair> pairs, int[] steps, Bench bench) {
        List<Path> joint = pairs.stream().flatMap(pair -> pair.joint().stream()).toList();
        List<Path> factored = pairs.stream().flatMap(pair -> pair.factored().stream()).toList();
        if (joint.isEmpty() || factored.isEmpty()) {
            return;
        }
        double[] x = Arrays.stream(steps).asDoubleStream().toArray();
        bench.show(
                new Chart(
                        "correlation",
                        new Exhibit.Caption(
                                "How near each parametrisation comes to either machine",
                                "After %,d steps W stands at %s with the Frobenius machine and at %s"
                                                .formatted(
                                                        steps[steps.length - 1],
                                                        mean(joint, Path::frobenius),
                                                        mean(joint, Path::nuclear))
                                        + " with the nuclear one; K Qᵀ at %s with the nuclear and at %s"
                                                .formatted(
                                                        mean(factored, Path::nuclear),
                                                        mean(factored, Path::frobenius))
                                        + " with the Frobenius one. Means of %d runs in W and %d in K and Q;"
                                                .formatted(joint.size(), factored.size())
                                        + " the bands hold the middle 80 %."),
                        Exhibit.Axis.log("step"),
                        Exhibit.Axis.linear("correlation"),
                        List.of(
                                band(
                                        "W and Frobenius",
                                        Exhibit.Role.MEASURED,
                                        Chart.Shape.LINE,
                                        x,
                                        joint,
                                        Path::toFrobenius),
                                band(
                                        "K, Q and nuclear",
                                        Exhibit.Role.MEASURED,
                                        Chart.Shape.DASHES,
                                        x,
                                        factored,
                                        Path::toNuclear),
                                plain("W and nuclear", x, joint, Path::toNuclear),
                                plain("K, Q and Frobenius", x, factored, Path::toFrobenius))));
        bench.show(
                new Chart(
                        "certainty",
                        new Exhibit.Caption(
                                "How far attention settles on one token of each prompt",
                                "The chosen tokens hold %s of it after %,d steps in W and %s in K and Q."
                                        .formatted(
                                                mean(joint, Path::certainty),
                                                steps[steps.length - 1],
                                                mean(factored, Path::certainty))),
                        Exhibit.Axis.log("step"),
                        Exhibit.Axis.linear("share of the chosen token"),
                        List.of(
                                band(
                                        "W",
                                        Exhibit.Role.MEASURED,
                                        Chart.Shape.LINE,
                                        x,
                                        joint,
                                        Path::certain),
                                band(
                                        "K, Q",
                                        Exhibit.Role.MEASURED,
                                        Chart.Shape.DASHES,
                                        x,
                                        factored,
                                        Path::certain))));
    }

    private static String mean(List<Path> paths, ToDoubleFunction<Path> value) {
        return Figures.rounded(paths.stream().mapToDouble(value).average().orElseThrow(), 4);
    }

    /// What is taken of a path.
    private interface Along {
        double[] of(Path path);
    }

    private static Sample[] samples(int points, List<Path> paths, Along along) {
        return IntStream.range(0, points)
                .mapToObj(i ->
                        new Sample(paths.stream().mapToDouble(one -> along.of(one)[i]).toArray()))
                .toArray(Sample[]::new);
    }

    private static Chart.Curve plain(String name, double[] x, List<Path> paths, Along along) {
        return new Chart.Curve(
                name,
                Exhibit.Role.BASELINE,
                name.startsWith("W") ? Chart.Shape.LINE : Chart.Shape.DASHES,
                x,
                Arrays.stream(samples(x.length, paths, along)).mapToDouble(Sample::mean).toArray());
    }

    private static Chart.Curve band(
            String name,
            Exhibit.Role role,
            Chart.Shape shape,
            double[] x,
            List<Path> paths,
            Along along) {
        Sample[] samples = samples(x.length, paths, along);
        return new Chart.Curve(
                name,
                role,
                shape,
                x,
                Arrays.stream(samples).mapToDouble(Sample::mean).toArray(),
                Arrays.stream(samples).mapToDouble(one -> one.quantile(0.1)).toArray(),
                Arrays.stream(samples).mapToDouble(one -> one.quantile(0.9)).toArray());
    }

    private static void showTable(List<Pair> pairs, Bench bench) {
        List<List<String>> rows = new ArrayList<>();
        for (int seed = 0; seed < Math.min(ROWS, pairs.size()); seed++) {
            Pair pair = pairs.get(seed);
            rows.add(
                    List.of(
                            Integer.toString(seed + 1),
                            pair.joint().map(path -> kind(pair, path)).orElse("too close"),
                            pair.joint()
                                    .map(path -> Figures.rounded(path.frobenius(), 4))
                                    .orElse("–"),
                            pair.factored().map(path -> kind(pair, path)).orElse("too close"),
                            pair.factored()
                                    .map(path -> Figures.rounded(path.nuclear(), 4))
                                    .orElse("–")));
        }
        List<Path> joint = pairs.stream().flatMap(pair -> pair.joint().stream()).toList();
        long local = joint.stream().filter(path -> path.optimality() == Optimality.LOCAL).count();
        bench.show(
                new Table(
                        "runs",
                        new Exhibit.Caption(
                                "Where the first runs went",
                                "Of the %d runs in W that have a machine %d end on local optima; their correlation is with"
                                                .formatted(joint.size(), local)
                                        + " the machine of the tokens that they chose."),
                        List.of(
                                "run",
                                "W: tokens",
                                "W and Frobenius",
                                "K, Q: tokens",
                                "K, Q and nuclear"),
                        rows));
    }

    private static String kind(Pair pair, Path path) {
        int[] best = pair.layer().prompts().bestTokens(pair.layer().head());
        long agreed =
                IntStream.range(0, best.length).filter(i -> best[i] == path.chosen()[i]).count();
        String kind =
                switch (path.optimality()) {
                    case GLOBAL -> "global";
                    case LOCAL -> "local";
                    case NEITHER -> "not settled";
                };
        return "%s, %d of %d best".formatted(kind, agreed, best.length);
    }
}
