package org.broadsheet.methods.geometry;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.deeplinear.Matrices;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;

/// This is a task over a few conditions: each has a mean input and a label of 0 or 1 for each
/// output; inputs are the mean of a condition and noise. The families of the paper
/// (arXiv:2401.13558) are made by the methods below; in all of them conditions are as far from
/// their centre as unit vectors along their latent bits.
///
/// @param means the mean input of each condition: (conditions, inputs)
/// @param labels 0 or 1: (conditions, outputs); no output is the same for all conditions
public record ConditionTask(double[][] means, int[][] labels) {
    public ConditionTask {
        if (means.length < 2 || means.length != labels.length) {
            throw new IllegalArgumentException(
                    "%d means and %d labels; accepted are as many of both, and at least 2"
                            .formatted(means.length, labels.length));
        }
        for (int condition = 0; condition < means.length; condition++) {
            requireRow(condition, means, labels);
        }
        for (int output = 0; output < labels[0].length; output++) {
            requireVaried(output, labels);
        }
    }

    private static void requireRow(int condition, double[][] means, int[][] labels) {
        if (means[condition].length != means[0].length
                || labels[condition].length != labels[0].length
                || labels[0].length == 0) {
            throw new IllegalArgumentException(
                    "condition %d has %d inputs and %d outputs, condition 0 %d and %d; accepted are as many for all, and at least 1 output"
                            .formatted(
                                    condition,
                                    means[condition].length,
                                    labels[condition].length,
                                    means[0].length,
                                    labels[0].length));
        }
        for (double value : means[condition]) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "condition %d has an input of %s; accepted are finite numbers"
                                .formatted(condition, value));
            }
        }
        for (int label : labels[condition]) {
            if (label != 0 && label != 1) {
                throw new IllegalArgumentException(
                        "condition %d has the label %d; accepted are 0 and 1"
                                .formatted(condition, label));
            }
        }
    }

    private static void requireVaried(int output, int[][] labels) {
        if (Arrays.stream(labels).allMatch(row -> row[output] == labels[0][output])) {
            throw new IllegalArgumentException(
                    "output %d is %d in every condition: a task of zero variance has no geometry; accepted are labels that differ"
                            .formatted(output, labels[0][output]));
        }
    }

    public int conditions() {
        return means.length;
    }

    public int inputs() {
        return means[0].length;
    }

    public int outputs() {
        return labels[0].length;
    }

    /// The labels as numbers: (conditions, outputs).
    public double[][] targets() {
        return Arrays.stream(labels)
                .map(row -> Arrays.stream(row).asDoubleStream().toArray())
                .toArray(double[][]::new);
    }

    /// The conditions that have 1 of an output.
    public Dichotomy dichotomy(int output) {
        boolean[] positive = new boolean[conditions()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = labels[i][output] == 1;
        }
        return new Dichotomy(positive);
    }

    /// The nudged exclusive or: two bits along m₁ and m₂, and the label, which is whether they
    /// differ, along n: ±m₁ ± m₂ ± nudge n, of orthonormal directions. At nudge 0 no line separates
    /// the labels; the kernels of inputs and labels are aligned by nudge² / √(2 + nudge⁴).
    ///
    /// @param inputs at least 3
    /// @param nudge from 0
    public static ConditionTask nudgedXor(int inputs, double nudge, RandomGenerator random) {
        if (!(nudge >= 0 && nudge < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "nudge: " + nudge + "; accepted are finite numbers from 0");
        }
        double[][] axes = orthonormal(inputs, 3, random);
        double[][] means = new double[4][inputs];
        int[][] labels = new int[4][1];
        for (int condition = 0; condition < 4; condition++) {
            int first = sign(condition, 0);
            int second = sign(condition, 1);
            labels[condition][0] = first == second ? 0 : 1;
            add(means[condition], first, axes[0]);
            add(means[condition], second, axes[1]);
            add(means[condition], -first * second * nudge, axes[2]);
        }
        return new ConditionTask(means, labels);
    }

    /// Random conditions: Gaussian means of about unit length without any structure, and labels by
    /// uncorrelated balanced dichotomies, the columns of a Hadamard matrix.
    ///
    /// @param conditions a power of two
    /// @param outputs below `conditions`
    public static ConditionTask unstructured(
            int conditions, int inputs, int outputs, RandomGenerator random) {
        if (Integer.bitCount(conditions) != 1 || outputs < 1 || outputs >= conditions) {
            throw new IllegalArgumentException(
                    "%d conditions and %d outputs; accepted are a power of two and fewer outputs, at least 1"
                            .formatted(conditions, outputs));
        }
        double[][] means = new double[conditions][inputs];
        int[][] labels = new int[conditions][outputs];
        for (int condition = 0; condition < conditions; condition++) {
            for (int i = 0; i < inputs; i++) {
                means[condition][i] = random.nextGaussian() / Math.sqrt(inputs);
            }
            for (int output = 0; output < outputs; output++) {
                labels[condition][output] = Integer.bitCount(condition & (output + 1)) % 2;
            }
        }
        return new ConditionTask(means, labels);
    }

    /// The cube of three bits, embedded along three orthonormal directions, of which the face with
    /// the third bit at 0 is turned: there the first two bits lie along directions at an angle to
    /// those of the other face. The label is the first bit. Untwisted it is linear; at 180 degrees
    /// the label is an exclusive or of two directions.
    ///
    /// @param inputs at least 5
    /// @param degrees 0 to 180
    public static ConditionTask twistedCube(int inputs, double degrees, RandomGenerator random) {
        if (!(degrees >= 0 && degrees <= 180)) {
            throw new IllegalArgumentException(
                    "degrees: " + degrees + "; accepted are numbers from 0 to 180");
        }
        double[][] axes = orthonormal(inputs, 5, random);
        double[][] means = new double[8][inputs];
        int[][] labels = new int[8][1];
        double angle = Math.toRadians(degrees);
        for (int condition = 0; condition < 8; condition++) {
            boolean isTurned = sign(condition, 2) < 0;
            for (int bit = 0; bit < 2; bit++) {
                double along = isTurned ? Math.cos(angle) : 1;
                add(means[condition], sign(condition, bit) * along, axes[bit]);
                if (isTurned) {
                    add(means[condition], sign(condition, bit) * Math.sin(angle), axes[3 + bit]);
                }
            }
            add(means[condition], sign(condition, 2), axes[2]);
            labels[condition][0] = condition & 1;
        }
        return new ConditionTask(means, labels);
    }

    /// The cube of bits along orthonormal directions, with parities of some of them as labels.
    ///
    /// @param bits 2 to 4
    /// @param inputs at least `bits`
    /// @param parities for each output the bits whose parity it is, as a mask: 1 is the first bit,
    ///   3 the exclusive or of the first two
    public static ConditionTask cube(int bits, int inputs, int[] parities, RandomGenerator random) {
        if (bits < 2 || bits > 4) {
            throw new IllegalArgumentException("bits: " + bits + "; accepted are 2 to 4");
        }
        double[][] axes = orthonormal(inputs, bits, random);
        double[][] means = new double[1 << bits][inputs];
        int[][] labels = new int[1 << bits][parities.length];
        for (int condition = 0; condition < means.length; condition++) {
            for (int bit = 0; bit < bits; bit++) {
                add(means[condition], sign(condition, bit), axes[bit]);
            }
            for (int output = 0; output < parities.length; output++) {
                labels[condition][output] = Integer.bitCount(condition & parities[output]) % 2;
            }
        }
        return new ConditionTask(means, labels);
    }

    private static int sign(int condition, int bit) {
        return (condition >> bit & 1) == 1 ? 1 : -1;
    }

    private static void add(double[] mean, double scale, double[] axis) {
        for (int i = 0; i < mean.length; i++) {
            mean[i] += scale * axis[i];
        }
    }

    private static double[][] orthonormal(int inputs, int count, RandomGenerator random) {
        if (inputs < count) {
            throw new IllegalArgumentException(
                    "inputs: %d; accepted are whole numbers from %d".formatted(inputs, count));
        }
        Tensor axes = Matrices.orthogonal(Tensors.doubles().threads(1), count, inputs, random);
        double[][] rows = new double[count][inputs];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < inputs; j++) {
                rows[i][j] = axes.get(i, j);
            }
        }
        return rows;
    }

    /// Draws inputs of all conditions, one condition after another, and again.
    ///
    /// @param each how many of each condition, at least 1
    /// @param noise standard deviation of each input around its mean, from 0
    public Samples draw(int each, double noise, RandomGenerator random) {
        if (each < 1 || !(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "%d samples each and a noise of %s; accepted are 1 or more, and finite numbers from 0"
                            .formatted(each, noise));
        }
        double[][] drawn = new double[each * conditions()][];
        int[] condition = new int[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            condition[i] = i % conditions();
            drawn[i] = means[condition[i]].clone();
            for (int j = 0; j < drawn[i].length; j++) {
                drawn[i][j] += noise * random.nextGaussian();
            }
        }
        return new Samples(drawn, condition);
    }

    /// Inputs with the condition of each.
    ///
    /// @param inputs (samples, inputs)
    /// @param condition one for each sample
    public record Samples(double[][] inputs, int[] condition) {
        public int count() {
            return inputs.length;
        }
    }
}
