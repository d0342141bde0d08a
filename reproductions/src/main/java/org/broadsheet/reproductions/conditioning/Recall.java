package org.broadsheet.reproductions.conditioning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Exhibit.Role;
import org.broadsheet.lab.Figures;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.conditioning.CapacityLaws;
import org.broadsheet.methods.conditioning.RecallModel;
import org.broadsheet.methods.conditioning.RecallModel.Learned;
import org.broadsheet.methods.conditioning.RecallModel.ReadOut;
import org.broadsheet.methods.fit.StraightLine;
import org.broadsheet.methods.tensor.Tensors;

/// This trains one attention head on associative recall and lays what it holds over the laws: with
/// its keys learned, and with keys left as they were drawn.
final class Recall implements PavlovianConditioning.Part {
    static final String FROM_LAW = "random-keys-from-law";
    static final String OVERLAP = "learned-overlap-over-least";
    static final String GAIN = "learned-over-random-pairs";
    static final String EXPONENT = "learned-exponent";

    private static final Tensors TENSORS = Tensors.floats().threads(1);
    private static final int SMALLEST = 8;
    private static final int SHOWN = 16;
    private static final int SYMBOLS_A_DIMENSION = 4;
    private static final int CLASSES = 8;
    private static final int VALUE = 16;
    private static final int ANSWERS = 6_000;
    private static final int DRAWS = 20_000;
    private static final double LEVEL = 0.75;

    private enum Kind {
        LEARNED("keys learned", ReadOut.LINEAR, Learned.EVERYTHING),
        RANDOM("keys left random", ReadOut.LINEAR, Learned.ALL_BUT_KEYS),
        SOFTMAX("softmax, keys learned", ReadOut.SOFTMAX, Learned.EVERYTHING);

        private final String title;
        private final ReadOut readOut;
        private final Learned learned;

        Kind(String title, ReadOut readOut, Learned learned) {
            this.title = title;
            this.readOut = readOut;
            this.learned = learned;
        }
    }

    /// @param accuracy at each number of pairs
    private record Trained(double[] accuracy, double squaredOverlap) {}

    @Override
    public void run(Setting setting, Bench bench) {
        int[] sizes =
                IntStream.iterate(
                                SMALLEST,
                                size -> size <= setting.count("largest-trained"),
                                size -> 2 * size)
                        .toArray();
        int seeds = setting.count("training-repetitions");
        int kinds = Kind.values().length;
        int all = kinds * sizes.length * seeds;
        AtomicInteger done = new AtomicInteger();
        bench.progress("learning to recall", 0, all);
        Trained[][][] trained = new Trained[kinds][sizes.length][seeds];
        // The largest first, so that the two threads end together; each draws from its own source.
        IntStream.range(0, all)
                .parallel()
                .forEach(i -> {
                    int size = sizes.length - 1 - i / (kinds * seeds);
                    int kind = i % kinds;
                    int seed = i / kinds % seeds;
                    trained[kind][size][seed] =
                            train(Kind.values()[kind], sizes[size], seed, setting);
                    bench.progress("learning to recall", done.incrementAndGet(), all);
                });
        tell(trained, sizes, seeds, setting, bench);
        showAccuracy(trained, Arrays.binarySearch(sizes, SHOWN), setting, bench);
        showCapacity(trained, sizes, setting, bench);
    }

    private static Trained train(Kind kind, int size, int seed, Setting setting) {
        RandomGenerator random = setting.random("recall " + kind + " " + size, seed);
        RecallModel model =
                new RecallModel(
                        new RecallModel.Shape(SYMBOLS_A_DIMENSION * size, CLASSES, size, VALUE),
                        kind.readOut,
                        TENSORS,
                        random);
        model.train(
                kind.learned,
                size,
                setting.count("training-steps"),
                setting.real("training-rate"),
                (_, _) -> {});
        double[] accuracy =
                Arrays.stream(pairs(size)).map(n -> model.accuracy((int) n, ANSWERS)).toArray();
        return new Trained(accuracy, model.squaredOverlap());
    }

    /// From 1 to all symbols by factors of about √2.
    private static double[] pairs(int size) {
        int symbols = SYMBOLS_A_DIMENSION * size;
        return IntStream.iterate(0, i -> i + 1)
                .mapToDouble(i -> Math.rint(Math.pow(2, i / 2.0)))
                .takeWhile(n -> n <= symbols)
                .distinct()
                .toArray();
    }

    private static void tell(
            Trained[][][] trained, int[] sizes, int seeds, Setting setting, Bench bench) {
        int shown = Arrays.binarySearch(sizes, SHOWN);
        double[] law = law(SHOWN, randomOverlap(SHOWN), setting);
        for (int seed = 0; seed < seeds; seed++) {
            double[] random = trained[Kind.RANDOM.ordinal()][shown][seed].accuracy();
            double worst = 0;
            for (int i = 0; i < law.length; i++) {
                worst = Math.max(worst, Math.abs(random[i] - law[i]));
            }
            bench.metric(FROM_LAW, worst);
            Trained learned = trained[Kind.LEARNED.ordinal()][shown][seed];
            bench.metric(OVERLAP, learned.squaredOverlap() / leastOverlap(SHOWN));
            double[] capacities = new double[sizes.length];
            for (int i = 0; i < sizes.length; i++) {
                capacities[i] =
                        capacity(sizes[i], trained[Kind.LEARNED.ordinal()][i][seed].accuracy());
            }
            double byChance = capacity(SHOWN, random);
            if (Double.isNaN(byChance) || Arrays.stream(capacities).anyMatch(Double::isNaN)) {
                bench.log(
                        "Repetition %d: an accuracy does not pass %s on the way from 1 pair to all symbols, so no capacity can be told; more training steps help."
                                .formatted(seed + 1, LEVEL));
                continue;
            }
            bench.metric(GAIN, capacities[shown] / byChance);
            bench.metric(
                    EXPONENT,
                    StraightLine.powerLaw(
                                    Arrays.stream(sizes).asDoubleStream().toArray(), capacities)
                            .slope());
        }
    }

    private static double capacity(int size, double[] accuracy) {
        return Numbers.crossing(pairs(size), accuracy, LEVEL);
    }

    private static double randomOverlap(int size) {
        return 1.0 / size;
    }

    private static double leastOverlap(int size) {
        return CapacityLaws.leastSquaredOverlap(SYMBOLS_A_DIMENSION * size, size);
    }

    private static double[] law(int size, double squaredOverlap, Setting setting) {
        RandomGenerator random = setting.random("law " + size, 0);
        return Arrays.stream(pairs(size))
                .map(n ->
                        RecallModel.expectedAccuracy(
                                (int) n, CLASSES, squaredOverlap, DRAWS, random))
                .toArray();
    }

    private static void showAccuracy(
            Trained[][][] trained, int shown, Setting setting, Bench bench) {
        double[] x = pairs(SHOWN);
        List<Chart.Curve> curves = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            boolean isOurs = kind.readOut == ReadOut.LINEAR;
            curves.add(
                    new Chart.Curve(
                            kind.title,
                            isOurs ? Role.MEASURED : Role.BASELINE,
                            isOurs ? Chart.Shape.DOTS : Chart.Shape.LINE,
                            x,
                            mean(trained[kind.ordinal()][shown])));
        }
        double[] byChance = law(SHOWN, randomOverlap(SHOWN), setting);
        double[] atBest = law(SHOWN, leastOverlap(SHOWN), setting);
        curves.add(new Chart.Curve("law, least overlap", Role.THEORY, Chart.Shape.LINE, x, atBest));
        curves.add(
                new Chart.Curve(
                        "law, random overlap", Role.THEORY, Chart.Shape.DASHES, x, byChance));
        int at = IntStream.range(0, x.length).filter(i -> x[i] >= 2 * SHOWN).findFirst().orElse(0);
        bench.show(
                new Chart(
                        "recall",
                        new Exhibit.Caption(
                                "A trained head lies on the curve: %d symbols, keys of %d numbers"
                                        .formatted(SYMBOLS_A_DIMENSION * SHOWN, SHOWN),
                                "With %d pairs: random keys %.3f (law %.3f), learned keys %.3f (law for the least overlap %.3f), softmax %.3f; guessing gives %.3f."
                                        .formatted(
                                                (int) x[at],
                                                mean(trained[Kind.RANDOM.ordinal()][shown])[at],
                                                byChance[at],
                                                mean(trained[Kind.LEARNED.ordinal()][shown])[at],
                                                atBest[at],
                                                mean(trained[Kind.SOFTMAX.ordinal()][shown])[at],
                                                1.0 / CLASSES)),
                        Exhibit.Axis.log("pairs in an episode"),
                        Exhibit.Axis.linear("share of right classes"),
                        curves));
    }

    private static double[] mean(Trained[] repetitions) {
        double[] mean = new double[repetitions[0].accuracy().length];
        for (Trained one : repetitions) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += one.accuracy()[i] / repetitions.length;
            }
        }
        return mean;
    }

    private static void showCapacity(
            Trained[][][] trained, int[] sizes, Setting setting, Bench bench) {
        List<Chart.Curve> curves = new ArrayList<>();
        add(
                "keys learned",
                Role.MEASURED,
                Chart.Shape.DOTS,
                sizes,
                i -> capacity(sizes[i], mean(trained[Kind.LEARNED.ordinal()][i])),
                curves);
        add(
                "law, least overlap",
                Role.THEORY,
                Chart.Shape.LINE,
                sizes,
                i -> capacity(sizes[i], law(sizes[i], leastOverlap(sizes[i]), setting)),
                curves);
        add(
                "keys left random",
                Role.MEASURED,
                Chart.Shape.DOTS,
                sizes,
                i -> capacity(sizes[i], mean(trained[Kind.RANDOM.ordinal()][i])),
                curves);
        add(
                "law, random overlap",
                Role.THEORY,
                Chart.Shape.DASHES,
                sizes,
                i -> capacity(sizes[i], law(sizes[i], randomOverlap(sizes[i]), setting)),
                curves);
        if (curves.isEmpty()) {
            return;
        }
        Chart.Curve first = curves.getFirst();
        bench.show(
                new Chart(
                        "trained-capacity",
                        new Exhibit.Caption(
                                "What a trained head holds, over the dimension of its keys",
                                "Pairs at which three answers of four are right, %s: %s."
                                        .formatted(first.name(), list(first))),
                        Exhibit.Axis.log("dimension d of the keys"),
                        Exhibit.Axis.log("pairs n"),
                        curves));
    }

    private static String list(Chart.Curve curve) {
        return String.join(
                ", ",
                IntStream.range(0, curve.x().length)
                        .mapToObj(i ->
                                "%s in %d dimensions"
                                        .formatted(
                                                Figures.rounded(curve.y()[i], 3),
                                                (int) curve.x()[i]))
                        .toList());
    }

    /// The curve where there is a capacity.
    private static void add(
            String name,
            Role role,
            Chart.Shape shape,
            int[] sizes,
            IntToDoubleFunction capacity,
            List<Chart.Curve> curves) {
        double[] all = IntStream.range(0, sizes.length).mapToDouble(capacity).toArray();
        int[] known = IntStream.range(0, all.length).filter(i -> all[i] > 0).toArray();
        if (known.length > 0) {
            curves.add(
                    new Chart.Curve(
                            name,
                            role,
                            shape,
                            IntStream.of(known).mapToDouble(i -> sizes[i]).toArray(),
                            IntStream.of(known).mapToDouble(i -> all[i]).toArray()));
        }
    }
}
