package org.broadsheet.methods.conditioning;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Adam;
import org.broadsheet.methods.tensor.Layer;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is one head of attention that learns to recall. An episode binds some of its symbols, drawn
/// anew, to classes drawn anew; then each bound symbol is asked for its class. Keys, queries and
/// values are learned embeddings, an output matrix makes scores of classes. Nothing about an
/// episode can be learned but how to store and read it.
public final class RecallModel implements Layer {
    private static final int EPISODES_A_STEP = 16;

    private final Shape shape;
    private final ReadOut readOut;
    private final Tensors tensors;
    private final RandomGenerator random;
    private final Tensor keys;
    private final Tensor queries;
    private final Tensor values;
    private final Tensor output;

    /// @param symbols that can be bound, 2 or more
    /// @param classes that they can be bound to, 2 or more
    /// @param keySize `d_k`
    /// @param valueSize `d_v`
    public record Shape(int symbols, int classes, int keySize, int valueSize) {
        public Shape {
            if (symbols < 2 || classes < 2) {
                throw new IllegalArgumentException(
                        "%d symbols and %d classes; accepted are 2 and more, as one leaves nothing to tell apart"
                                .formatted(symbols, classes));
            }
            Vectors.requirePositive("numbers of a key", keySize);
            Vectors.requirePositive("numbers of a value", valueSize);
        }
    }

    /// How overlaps become weights.
    public enum ReadOut {
        LINEAR,
        SOFTMAX
    }

    /// One batch of episodes: symbols and their classes, shape (episodes, pairs) each.
    private record Batch(int[] symbols, int[] classes, int pairs) {}

    /// What training changes.
    public enum Learned {
        EVERYTHING,
        /// Keys and queries stay as they were drawn, as the theory assumes: the control.
        ALL_BUT_KEYS
    }

    /// With embeddings drawn at random: keys are unit vectors and queries equal them, so that the
    /// untrained model is the memory of the theory.
    public RecallModel(Shape shape, ReadOut readOut, Tensors tensors, RandomGenerator random) {
        this.shape = shape;
        this.readOut = readOut;
        this.tensors = tensors;
        this.random = random;
        keys = tensors.of(new Stimuli(random).unit(shape.symbols(), shape.keySize())).parameter();
        queries = keys.parameter();
        values = normal(shape.classes(), shape.valueSize(), shape.valueSize());
        output = normal(shape.valueSize(), shape.classes(), shape.valueSize());
    }

    private Tensor normal(int rows, int columns, int variance) {
        return tensors.normal(random, rows, columns).over(Math.sqrt(variance)).parameter();
    }

    @Override
    public List<Tensor> parameters() {
        return List.of(keys, queries, values, output);
    }

    /// What is told after each step; it may throw to end the training.
    @FunctionalInterface
    public interface Listener {
        void stepDone(int step, double loss);
    }

    /// Trains by Adam on the cross-entropy of fresh episodes.
    ///
    /// @param pairs bound in an episode, 1 to the number of symbols
    /// @throws ArithmeticException if the loss is no longer finite, naming step and rate
    public void train(Learned learned, int pairs, int steps, double rate, Listener listener) {
        requirePairs(pairs);
        List<Tensor> changed =
                switch (learned) {
                    case EVERYTHING -> parameters();
                    case ALL_BUT_KEYS -> List.of(values, output);
                };
        Adam adam = new Adam(changed, rate);
        for (int step = 1; step <= steps; step++) {
            Batch batch = draw(pairs);
            double loss = adam.step(() -> scores(batch).crossEntropy(batch.classes()));
            if (!Double.isFinite(loss)) {
                throw new ArithmeticException(
                        "the training of recall diverged: its loss is %s at step %d with rate %s; a smaller rate keeps it finite"
                                .formatted(loss, step, rate));
            }
            listener.stepDone(step, loss);
        }
    }

    /// The share of right classes over fresh episodes.
    ///
    /// @param pairs bound in an episode, 1 to the number of symbols
    /// @param answers at least so many are judged
    public double accuracy(int pairs, int answers) {
        requirePairs(pairs);
        int right = 0;
        int all = 0;
        while (all < answers) {
            Batch batch = draw(pairs);
            double[] scores = scores(batch).toArray();
            for (int i = 0; i < batch.classes().length; i++) {
                right += largest(scores, i * shape.classes()) == batch.classes()[i] ? 1 : 0;
            }
            all += batch.classes().length;
        }
        return (double) right / all;
    }

    private int largest(double[] scores, int from) {
        int largest = 0;
        for (int i = 1; i < shape.classes(); i++) {
            largest = scores[from + i] > scores[from + largest] ? i : largest;
        }
        return largest;
    }

    /// The mean over pairs of different symbols of the squared overlap of one's query with the
    /// other's key, relative to its own: what interference is made of, 1 / d for random ones.
    public double squaredOverlap() {
        double[] products = queries.matmulTransposed(keys).toArray();
        int n = shape.symbols();
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double own = products[i * n + i];
            for (int j = 0; j < n; j++) {
                double relative = products[i * n + j] / own;
                sum += i == j ? 0 : relative * relative;
            }
        }
        return sum / ((double) n * (n - 1));
    }

    /// Scores of classes for each bound symbol, shape (episodes · pairs, classes).
    private Tensor scores(Batch batch) {
        Tensor k = embedded(keys, batch.symbols(), batch.pairs(), shape.keySize());
        Tensor q = embedded(queries, batch.symbols(), batch.pairs(), shape.keySize());
        Tensor v = embedded(values, batch.classes(), batch.pairs(), shape.valueSize());
        Tensor overlaps = q.matmulTransposed(k);
        Tensor weights = readOut == ReadOut.SOFTMAX ? overlaps.softmax() : overlaps;
        return weights.matmul(v).matmul(output).reshape(-1, shape.classes());
    }

    private static Tensor embedded(Tensor table, int[] rows, int pairs, int size) {
        return table.select(0, rows).reshape(-1, pairs, size);
    }

    private Batch draw(int pairs) {
        int[] symbols = new int[EPISODES_A_STEP * pairs];
        int[] classes = new int[symbols.length];
        int[] all = new int[shape.symbols()];
        Arrays.setAll(all, i -> i);
        for (int i = 0; i < symbols.length; i++) {
            // The first places of `all` are those drawn in this episode.
            int place = i % pairs;
            int other = place + random.nextInt(all.length - place);
            int held = all[place];
            all[place] = all[other];
            all[other] = held;
            symbols[i] = all[place];
            classes[i] = random.nextInt(shape.classes());
        }
        return new Batch(symbols, classes, pairs);
    }

    private void requirePairs(int pairs) {
        if (pairs < 1 || pairs > shape.symbols()) {
            throw new IllegalArgumentException(
                    "%d pairs are to be bound; this model has symbols for 1 to %d"
                            .formatted(pairs, shape.symbols()));
        }
    }

    /// What a linear read-out of this many classes would get right if every other pair added a
    /// normal number of variance `squaredOverlap` to the score of its own class: the theory of
    /// random interference, summed over `draws` random episodes.
    public static double expectedAccuracy(
            int pairs, int classes, double squaredOverlap, int draws, RandomGenerator random) {
        double deviation = Math.sqrt(squaredOverlap);
        int right = 0;
        for (int draw = 0; draw < draws; draw++) {
            double[] scores = new double[classes];
            scores[0] = 1;
            for (int other = 1; other < pairs; other++) {
                scores[random.nextInt(classes)] += deviation * random.nextGaussian();
            }
            boolean best = true;
            for (int i = 1; i < classes; i++) {
                best &= scores[i] < scores[0];
            }
            right += best ? 1 : 0;
        }
        return (double) right / draws;
    }
}
