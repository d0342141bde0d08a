package org.broadsheet.reproductions.hopfield;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.broadsheet.lab.Bench;
import org.broadsheet.lab.Chart;
import org.broadsheet.lab.Exhibit;
import org.broadsheet.lab.Setting;
import org.broadsheet.methods.hopfield.Stopping;
import org.broadsheet.methods.hopfield.layer.Association;
import org.broadsheet.methods.hopfield.layer.BagClassifier;
import org.broadsheet.methods.hopfield.layer.BagClassifier.Embedding;
import org.broadsheet.methods.hopfield.layer.BagTraining;
import org.broadsheet.methods.hopfield.layer.Bags;
import org.broadsheet.methods.tensor.Tensors;

/// This teaches classifiers that differ in their pooling alone to tell bags with a signal from bags
/// without, and the Hopfield pooling to keep a latch.
final class BagLearning implements HopfieldNetworks.Part {
    static final String LEAD = "bag-accuracy-lead";
    static final String ACCURACY = "bag-accuracy";
    static final String LATCH = "latch-accuracy";

    private static final Tensors TENSORS = Tensors.floats().threads(1);

    /// The features of an instance after its embedding, so that all classifiers have some 17,000
    /// weights: 17,345 with Hopfield pooling, 17,922 with attention, 17,001 with maximum and mean.
    private static final int WIDTH = 64;

    private static final int ATTENTION_WIDTH = 128;
    private static final int PLAIN_WIDTH = 1_700;

    private static final int HEAD_SIZE = 8;
    private static final int BATCH = 32;
    private static final double RATE = 3e-3;
    private static final double CLIP = 1;

    /// The authors' examples learn from bags 256 to 1791 of 2048 and keep the rest to judge.
    private static final int KEPT = 256;

    private static final int LATCHES = 512;
    private static final int LATCH_LENGTH = 20;
    private static final int LATCH_SYMBOLS = 6;
    private static final int LATCH_EPOCHS = 20;

    /// The ways of pooling, the paper's first.
    private enum Pooling {
        HOPFIELD,
        ATTENTION,
        MAXIMUM,
        MEAN
    }

    @Override
    public void run(Setting setting, Bench bench) {
        int seeds = setting.count("bag-repetitions");
        int kinds = Pooling.values().length;
        int trainings = seeds * kinds;
        AtomicInteger epochsDone = new AtomicInteger();
        int epochs = setting.count("epochs");
        // Hopfield pooling first, as it takes longest; each training draws from its own sources.
        List<double[]> accuracies =
                IntStream.range(0, trainings)
                        .parallel()
                        .mapToObj(i ->
                                learn(
                                        Pooling.values()[i / seeds],
                                        i % seeds,
                                        setting,
                                        () ->
                                                bench.progress(
                                                        "learning from bags",
                                                        epochsDone.incrementAndGet(),
                                                        (long) trainings * epochs)))
                        .toList();
        for (int seed = 0; seed < seeds; seed++) {
            double hopfield = accuracies.get(seed)[epochs - 1];
            double best = 0;
            for (int kind = 1; kind < kinds; kind++) {
                best = Math.max(best, accuracies.get(kind * seeds + seed)[epochs - 1]);
            }
            bench.metric(ACCURACY, hopfield);
            bench.metric(LEAD, hopfield - best);
            for (int kind = 1; kind < kinds; kind++) {
                bench.metric(
                        "bag-accuracy-" + word(Pooling.values()[kind]),
                        accuracies.get(kind * seeds + seed)[epochs - 1]);
            }
            bench.metric(LATCH, latch(setting, seed));
        }
        show(accuracies, seeds, epochs, bench);
    }

    /// The accuracy on the bags that were kept, after each epoch.
    private static double[] learn(Pooling pooling, int seed, Setting setting, Runnable afterEpoch) {
        Bags bags =
                Bags.of(
                        Bags.BitPatterns.OF_THE_AUTHORS,
                        setting.random("signals", seed),
                        setting.random("bags", seed));
        int end = bags.count() - KEPT;
        Bags seen = bags.slice(KEPT, end);
        Bags kept = bags.slice(0, KEPT).and(bags.slice(end, bags.count()));
        RandomGenerator random = setting.random("training " + word(pooling), seed);
        BagClassifier classifier =
                new BagClassifier(
                        TENSORS, pooling(pooling, bags.features(), setting, random), random);
        int epochs = setting.count("epochs");
        double[] accuracy = new double[epochs];
        new BagTraining(epochs, BATCH, RATE, CLIP)
                .train(
                        classifier,
                        seen,
                        TENSORS,
                        random,
                        (epoch, loss) -> {
                            requireFinite(pooling, epoch, loss);
                            accuracy[epoch - 1] = BagTraining.accuracy(classifier, kept, TENSORS);
                            afterEpoch.run();
                        });
        return accuracy;
    }

    private static void requireFinite(Pooling pooling, int epoch, double loss) {
        if (!Double.isFinite(loss)) {
            throw new ArithmeticException(
                    "The loss of %s pooling is %s after epoch %d; a smaller beta keeps it finite"
                            .formatted(word(pooling), loss, epoch));
        }
    }

    private static BagClassifier.Pooling pooling(
            Pooling pooling, int features, Setting setting, RandomGenerator random) {
        return switch (pooling) {
            case HOPFIELD ->
                    new BagClassifier.ByHopfield(
                            TENSORS,
                            new Embedding(TENSORS, features, WIDTH, random),
                            WIDTH,
                            association(setting),
                            random);
            case ATTENTION ->
                    new BagClassifier.ByAttention(
                            TENSORS,
                            new Embedding(TENSORS, features, ATTENTION_WIDTH, random),
                            ATTENTION_WIDTH,
                            random);
            case MAXIMUM ->
                    new BagClassifier.ByMaximum(
                            new Embedding(TENSORS, features, PLAIN_WIDTH, random));
            case MEAN ->
                    new BagClassifier.ByMean(new Embedding(TENSORS, features, PLAIN_WIDTH, random));
        };
    }

    private static Association association(Setting setting) {
        return Association.attention(setting.count("heads"), HEAD_SIZE)
                .withBeta(setting.real("layer-beta"))
                .withUpdates(Stopping.after(setting.count("layer-updates")))
                .withDropout(setting.real("dropout"));
    }

    private static double latch(Setting setting, int seed) {
        Bags sequences =
                Bags.latches(LATCHES, LATCH_LENGTH, LATCH_SYMBOLS, setting.random("latches", seed));
        RandomGenerator random = setting.random("training latch", seed);
        BagClassifier classifier =
                new BagClassifier(
                        TENSORS, pooling(Pooling.HOPFIELD, LATCH_SYMBOLS, setting, random), random);
        int half = LATCHES / 2;
        new BagTraining(LATCH_EPOCHS, BATCH, RATE, CLIP)
                .train(classifier, sequences.slice(0, half), TENSORS, random, (_, _) -> {});
        return BagTraining.accuracy(classifier, sequences.slice(half, LATCHES), TENSORS);
    }

    private static void show(List<double[]> accuracies, int seeds, int epochs, Bench bench) {
        double[] x = IntStream.rangeClosed(1, epochs).asDoubleStream().toArray();
        List<Chart.Curve> curves = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        for (Pooling pooling : Pooling.values()) {
            int first = pooling.ordinal() * seeds;
            List<double[]> own = accuracies.subList(first, first + seeds);
            double[] mean = new double[epochs];
            double[] low = new double[epochs];
            double[] high = new double[epochs];
            for (int epoch = 0; epoch < epochs; epoch++) {
                int at = epoch;
                double[] values = own.stream().mapToDouble(one -> one[at]).toArray();
                mean[epoch] = IntStream.range(0, seeds).mapToDouble(i -> values[i]).sum() / seeds;
                low[epoch] =
                        IntStream.range(0, seeds).mapToDouble(i -> values[i]).min().orElseThrow();
                high[epoch] =
                        IntStream.range(0, seeds).mapToDouble(i -> values[i]).max().orElseThrow();
            }
            curves.add(
                    new Chart.Curve(
                            word(pooling) + " pooling",
                            pooling == Pooling.HOPFIELD
                                    ? Exhibit.Role.MEASURED
                                    : Exhibit.Role.BASELINE,
                            Chart.Shape.LINE,
                            x,
                            mean,
                            low,
                            high));
            ends.add("%s %.3f".formatted(word(pooling), mean[epochs - 1]));
        }
        bench.show(
                new Chart(
                        "bags",
                        new Exhibit.Caption(
                                "Finding one of eight signals in bags of sixteen patterns",
                                "Accuracy on unseen bags after epoch %d: %s; chance is 0.5."
                                        .formatted(epochs, String.join(", ", ends))),
                        Exhibit.Axis.linear("epoch"),
                        Exhibit.Axis.linear("accuracy on unseen bags"),
                        curves));
    }

    private static String word(Pooling pooling) {
        return pooling.name().toLowerCase(Locale.ROOT);
    }
}
