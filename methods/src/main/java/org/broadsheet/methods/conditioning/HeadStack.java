package org.broadsheet.methods.conditioning;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Permutation;

/// This is a stack of layers of memories. In each layer `H` heads, with keys of their own, store
/// which of `n` symbols follows which: a random order of them, anew in each layer. A symbol's
/// outcome is its code, random signs. It is asked in two ways: [#cosine] feeds the noisy answer of
/// a layer to the next, [#followed] decides on a symbol after each layer.
public final class HeadStack {
    private final int symbols;
    private final int size;
    private final double[][][][] keys;
    private final double[][] codes;
    private final int[][] next;

    /// What the heads of a layer do together.
    public enum Together {
        /// Their answers are added, as a transformer's output projection does.
        SUM,
        /// Each decides, most votes win; of equals the one with the larger summed score.
        VOTE,
        /// The layer is right if one head is: an upper limit, as nobody can tell which.
        ANY
    }

    /// @param symbols stored in each memory, 2 or more
    /// @param size of keys, `d_k`
    /// @param codeSize signs of a code, `d_v`
    public HeadStack(
            int symbols, int size, int codeSize, int heads, int depth, RandomGenerator random) {
        if (symbols < 2) {
            throw new IllegalArgumentException(
                    "%d symbols; accepted are 2 and more".formatted(symbols));
        }
        Vectors.requirePositive("heads", heads);
        Vectors.requirePositive("depth", depth);
        this.symbols = symbols;
        this.size = size;
        Stimuli stimuli = new Stimuli(random);
        keys = new double[depth][heads][][];
        next = new int[depth][];
        for (int layer = 0; layer < depth; layer++) {
            for (int head = 0; head < heads; head++) {
                keys[layer][head] = stimuli.unit(symbols, size);
            }
            next[layer] = order(random);
        }
        codes = stimuli.signs(symbols, codeSize);
    }

    private int[] order(RandomGenerator random) {
        int[] order = Permutation.identity(symbols);
        Permutation.shuffle(order, random);
        return order;
    }

    public int depth() {
        return next.length;
    }

    /// The mean cosine, over all symbols, after 1, 2, ... layers between the state and the right
    /// one, where each layer's memories are linear and get the answer of the layer before as it is.
    /// The state is how much of each symbol's key the query holds; a layer multiplies it by the
    /// overlaps of the keys, the mean of its heads.
    public double[] cosine() {
        double[] sums = new double[depth()];
        for (int symbol = 0; symbol < symbols; symbol++) {
            double[] state = new double[symbols];
            state[symbol] = 1;
            int right = symbol;
            for (int layer = 0; layer < depth(); layer++) {
                state = moved(layer, state);
                right = next[layer][right];
                sums[layer] += state[right] / Math.sqrt(Vectors.dot(state, state));
            }
        }
        Vectors.scale(sums, 1.0 / symbols);
        return sums;
    }

    private double[] moved(int layer, double[] state) {
        double[] moved = new double[symbols];
        for (double[][] head : keys[layer]) {
            double[] query = new double[size];
            for (int i = 0; i < symbols; i++) {
                Vectors.addScaled(query, state[i], head[i]);
            }
            for (int i = 0; i < symbols; i++) {
                moved[next[layer][i]] += Vectors.dot(head[i], query) / keys[layer].length;
            }
        }
        return moved;
    }

    /// The share of symbols that are still right after 1, 2, ... layers, each of which decides on
    /// the symbol whose code is nearest to the answer and asks the next layer with that symbol. One
    /// that was wrong counts as wrong from then on.
    public double[] followed(Together together) {
        double[] shares = new double[depth()];
        boolean[] alive = new boolean[symbols];
        Arrays.fill(alive, true);
        int[] at = new int[symbols];
        Arrays.setAll(at, i -> i);
        for (int layer = 0; layer < depth(); layer++) {
            boolean[] right = rightOf(layer, together);
            int still = 0;
            for (int i = 0; i < symbols; i++) {
                alive[i] &= right[at[i]];
                at[i] = next[layer][at[i]];
                still += alive[i] ? 1 : 0;
            }
            shares[layer] = (double) still / symbols;
        }
        return shares;
    }

    /// The share of all single decisions that one layer gets wrong, over symbols and layers.
    public double failureOfALayer(Together together) {
        int wrong = 0;
        for (int layer = 0; layer < depth(); layer++) {
            for (boolean right : rightOf(layer, together)) {
                wrong += right ? 0 : 1;
            }
        }
        return (double) wrong / (symbols * depth());
    }

    private boolean[] rightOf(int layer, Together together) {
        ConditionedMemory[] memories = new ConditionedMemory[keys[layer].length];
        for (int head = 0; head < memories.length; head++) {
            memories[head] = new ConditionedMemory(size, codes[0].length, new LearningRule.Hebb(1));
            for (int i = 0; i < symbols; i++) {
                memories[head].present(keys[layer][head][i], codes[next[layer][i]]);
            }
        }
        boolean[] right = new boolean[symbols];
        for (int i = 0; i < symbols; i++) {
            right[i] = isRight(layer, i, memories, together);
        }
        return right;
    }

    private boolean isRight(
            int layer, int symbol, ConditionedMemory[] memories, Together together) {
        double[] summed = new double[symbols];
        double[] votes = new double[symbols];
        int wanted = next[layer][symbol];
        boolean any = false;
        for (int head = 0; head < memories.length; head++) {
            double[] scores = scores(memories[head].answer(keys[layer][head][symbol]));
            Vectors.addScaled(summed, 1, scores);
            int vote = largest(scores);
            votes[vote]++;
            any |= vote == wanted;
        }
        return switch (together) {
            case SUM -> largest(summed) == wanted;
            case VOTE -> {
                double most = Arrays.stream(votes).max().orElseThrow();
                for (int i = 0; i < symbols; i++) {
                    summed[i] = votes[i] == most ? summed[i] : Double.NEGATIVE_INFINITY;
                }
                yield largest(summed) == wanted;
            }
            case ANY -> any;
        };
    }

    private double[] scores(double[] answer) {
        double[] scores = new double[symbols];
        for (int i = 0; i < symbols; i++) {
            scores[i] = Vectors.dot(codes[i], answer);
        }
        return scores;
    }

    private static int largest(double[] values) {
        int largest = 0;
        for (int i = 1; i < values.length; i++) {
            largest = values[i] > values[largest] ? i : largest;
        }
        return largest;
    }
}
