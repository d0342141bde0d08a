package org.broadsheet.methods.hopfield.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is data for multiple-instance learning: bags of as many instances each, with one label,
/// true or false, for the bag and none for an instance.
///
/// @param instances `[bag][instance][feature]`
public record Bags(List<double[][]> instances, List<Boolean> labels) {

    public Bags {
        if (instances.isEmpty() || instances.size() != labels.size()) {
            throw new IllegalArgumentException(
                    "There are %d bags with %d labels; as many of both are needed, and at least 1"
                            .formatted(instances.size(), labels.size()));
        }
        instances = List.copyOf(instances);
        labels = List.copyOf(labels);
    }

    /// What bags of bit patterns look like.
    ///
    /// @param bags how many, at least 1
    /// @param instances how many in a bag, at least 1
    /// @param bits the length of a pattern, 2 to 20
    /// @param signals how many of the patterns are signals, at least 1; a pattern that is neither a
    ///   signal nor all zero must be left
    public record BitPatterns(int bags, int instances, int bits, int signals) {
        /// The set that the authors' examples use: 2048 bags of 16 patterns of 8 bits, 8 signals.
        public static final BitPatterns OF_THE_AUTHORS = new BitPatterns(2048, 16, 8, 8);

        public BitPatterns {
            if (bags < 1 || instances < 1) {
                throw new IllegalArgumentException(
                        "%d bags of %d instances are asked for; at least 1 of each is needed"
                                .formatted(bags, instances));
            }
            if (bits < 2 || bits > 20) {
                throw new IllegalArgumentException(
                        "A pattern has %d bits; 2 to 20 are accepted".formatted(bits));
            }
            int most = (1 << bits) - 2;
            if (signals < 1 || signals > most) {
                throw new IllegalArgumentException(
                        "%d signals of %d bits are asked for; 1 to %d are accepted"
                                .formatted(signals, bits, most));
            }
        }
    }

    /// Draws bags of bit patterns. The signals are drawn without repetition from all patterns but
    /// the one of zeros, by `forSignals`; every instance is drawn from the patterns that are
    /// neither, and in every second bag one at a random place is then replaced by one of the
    /// signals. Those bags are labelled true. Their order is random.
    public static Bags of(BitPatterns shape, RandomGenerator forSignals, RandomGenerator forBags) {
        Set<Integer> signals = new HashSet<>();
        List<Integer> ordered = new ArrayList<>();
        while (ordered.size() < shape.signals()) {
            int signal = 1 + forSignals.nextInt((1 << shape.bits()) - 1);
            if (signals.add(signal)) {
                ordered.add(signal);
            }
        }
        List<Boolean> labels = new ArrayList<>();
        for (int bag = 0; bag < shape.bags(); bag++) {
            labels.add(bag % 2 == 0);
        }
        Collections.shuffle(labels, forBags);
        List<double[][]> bags = new ArrayList<>();
        for (boolean label : labels) {
            int[] patterns = new int[shape.instances()];
            for (int i = 0; i < patterns.length; i++) {
                patterns[i] = noise(shape.bits(), signals, forBags);
            }
            if (label) {
                patterns[forBags.nextInt(patterns.length)] =
                        ordered.get(forBags.nextInt(ordered.size()));
            }
            bags.add(asBits(patterns, shape.bits()));
        }
        return new Bags(bags, labels);
    }

    /// Draws the latch sequences, on which a class must be kept over many steps: `count` sequences
    /// of `length` symbols of `symbols`, one feature a symbol (1 where it stands). The first symbol
    /// is 0 or 1 and gives the class; the others are none of the two.
    public static Bags latches(int count, int length, int symbols, RandomGenerator random) {
        if (count < 1 || length < 1 || symbols < 3) {
            throw new IllegalArgumentException(
                    ("%d sequences of %d of %d symbols are asked for; at least 1 of 1 of 3 are"
                                    + " needed")
                            .formatted(count, length, symbols));
        }
        List<double[][]> sequences = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean label = random.nextBoolean();
            double[][] sequence = new double[length][symbols];
            sequence[0][label ? 1 : 0] = 1;
            for (int step = 1; step < length; step++) {
                sequence[step][2 + random.nextInt(symbols - 2)] = 1;
            }
            sequences.add(sequence);
            labels.add(label);
        }
        return new Bags(sequences, labels);
    }

    public int count() {
        return instances.size();
    }

    /// The number of features of an instance.
    public int features() {
        return instances.getFirst()[0].length;
    }

    /// Bags `from` to before `to`.
    public Bags slice(int from, int to) {
        return new Bags(instances.subList(from, to), labels.subList(from, to));
    }

    /// These bags, then those of `other`.
    public Bags and(Bags other) {
        List<double[][]> both = new ArrayList<>(instances);
        both.addAll(other.instances);
        List<Boolean> bothLabels = new ArrayList<>(labels);
        bothLabels.addAll(other.labels);
        return new Bags(both, bothLabels);
    }

    /// The bags with these numbers as a tensor (bags, instances, features).
    Tensor tensor(Tensors tensors, int... bags) {
        int size = instances.getFirst().length;
        double[] values = new double[bags.length * size * features()];
        int at = 0;
        for (int bag : bags) {
            for (double[] instance : instances.get(bag)) {
                System.arraycopy(instance, 0, values, at, instance.length);
                at += instance.length;
            }
        }
        return tensors.of(values, bags.length, size, features());
    }

    /// The labels of the bags with these numbers, 1 or 0, as a tensor (bags).
    Tensor targets(Tensors tensors, int... bags) {
        double[] values = new double[bags.length];
        for (int i = 0; i < bags.length; i++) {
            values[i] = labels.get(bags[i]) ? 1 : 0;
        }
        return tensors.of(values, bags.length);
    }

    private static int noise(int bits, Set<Integer> signals, RandomGenerator random) {
        int pattern;
        do {
            pattern = 1 + random.nextInt((1 << bits) - 1);
        } while (signals.contains(pattern));
        return pattern;
    }

    private static double[][] asBits(int[] patterns, int bits) {
        double[][] rows = new double[patterns.length][bits];
        for (int i = 0; i < patterns.length; i++) {
            for (int bit = 0; bit < bits; bit++) {
                rows[i][bit] = patterns[i] >> bit & 1;
            }
        }
        return rows;
    }
}
