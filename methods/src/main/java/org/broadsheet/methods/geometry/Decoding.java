package org.broadsheet.methods.geometry;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.broadsheet.methods.geometry.LinearDecoder.Decoder;

/// This is what linear decoders read from a representation: points with noise, of which each is of
/// a condition (Bernardi and others 2020).
///
/// @param points (samples, dimensions)
/// @param condition of each sample, from 0
/// @param ridge of the decoders: the share of the mean variance that is added to each dimension's,
///   above 0
public record Decoding(double[][] points, int[] condition, double ridge) {
    public Decoding {
        if (points.length != condition.length || points.length < 2) {
            throw new IllegalArgumentException(
                    "%d points and %d conditions; accepted are as many of both, and at least 2"
                            .formatted(points.length, condition.length));
        }
        if (!(ridge > 0 && ridge < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "ridge: " + ridge + "; accepted are finite numbers above 0");
        }
    }

    /// Cross-condition generalisation: a decoder learns a dichotomy without one condition of each
    /// class and is asked about those two. The share of right answers, the mean over all pairs left
    /// out, and over the dichotomies; 0.5 is chance, and less tells of decoders that are misled.
    ///
    /// @param dichotomies at least one, each with at least 2 conditions in each class
    public double crossCondition(List<Dichotomy> dichotomies) {
        int conditions = dichotomies.getFirst().conditions();
        double[] sums = new double[dichotomies.size()];
        for (int one = 0; one < conditions; one++) {
            for (int other = 0; other < one; other++) {
                addLeftOut(one, other, dichotomies, sums);
            }
        }
        double mean = 0;
        for (int i = 0; i < sums.length; i++) {
            mean += sums[i] / pairs(dichotomies.get(i)) / sums.length;
        }
        return mean;
    }

    /// Adds the share of right answers about two conditions, for each dichotomy that parts them.
    private void addLeftOut(int one, int other, List<Dichotomy> dichotomies, double[] sums) {
        int[] asked = samples(c -> c == one || c == other);
        int[] learned = samples(c -> c != one && c != other);
        LinearDecoder decoder = new LinearDecoder(select(learned), ridge);
        for (int i = 0; i < sums.length; i++) {
            boolean[] positive = dichotomies.get(i).positive();
            if (positive[one] != positive[other]) {
                sums[i] += accuracy(decoder, learned, asked, dichotomies.get(i));
            }
        }
    }

    private static int pairs(Dichotomy dichotomy) {
        int first = dichotomy.members(true).length;
        int second = dichotomy.members(false).length;
        if (first < 2 || second < 2) {
            throw new IllegalArgumentException(
                    "classes of %d and %d conditions; accepted are 2 or more in each, one to learn from and one to ask"
                            .formatted(first, second));
        }
        return first * second;
    }

    /// The shattering dimension: the share of right answers of decoders that learn from one half of
    /// the samples and are asked about the other, the mean over all balanced dichotomies.
    ///
    /// @param conditions even, as in [Dichotomy#balanced]
    public double shattering(int conditions) {
        int[] learned = IntStream.range(0, points.length / 2).toArray();
        int[] asked = IntStream.range(points.length / 2, points.length).toArray();
        LinearDecoder decoder = new LinearDecoder(select(learned), ridge);
        return Dichotomy.balanced(conditions).stream()
                .mapToDouble(dichotomy -> accuracy(decoder, learned, asked, dichotomy))
                .average()
                .orElseThrow();
    }

    private interface Choice {
        boolean isOne(int condition);
    }

    private int[] samples(Choice choice) {
        return IntStream.range(0, points.length).filter(i -> choice.isOne(condition[i])).toArray();
    }

    private double[][] select(int[] samples) {
        return Arrays.stream(samples).mapToObj(i -> points[i]).toArray(double[][]::new);
    }

    private double accuracy(
            LinearDecoder decoders, int[] learned, int[] asked, Dichotomy dichotomy) {
        boolean[] first = new boolean[learned.length];
        for (int i = 0; i < first.length; i++) {
            first[i] = dichotomy.positive()[condition[learned[i]]];
        }
        Decoder decoder = decoders.decoder(first);
        long right =
                Arrays.stream(asked)
                        .filter(i ->
                                decoder.isFirst(points[i]) == dichotomy.positive()[condition[i]])
                        .count();
        return (double) right / asked.length;
    }
}
