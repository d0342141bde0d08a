package org.broadsheet.editor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// This is what the house's votes say a reader here would like: a ridge regression of the papers'
/// gains on their [Sketch]es, solved by conjugate gradients (M. Hestenes, E. Stiefel, 1952). Papers
/// without a vector are judged by the rest.
final class Taste {
    /// How much a weight must explain to be taken; chosen on days before June 2026.
    static final double DOUBT = 10;

    /// What meaning counts for beside words.
    static final double MEANING = 1;

    private static final int STEPS = 40;

    private final float[] centre;
    private final double[] meaning;
    private final double[] features;
    private final double mean;

    private Taste(float[] centre, double[] meaning, double[] features, double mean) {
        this.centre = centre;
        this.meaning = meaning;
        this.features = features;
        this.mean = mean;
    }

    /// A paper and how much more or less it was liked than the others of its day.
    record Liked(Sketch sketch, double gain) {}

    /// @param liked may be empty: then nothing is preferred
    static Taste of(List<Liked> liked) {
        return of(liked, DOUBT, MEANING);
    }

    static Taste of(List<Liked> liked, double doubt, double weightOfMeaning) {
        float[] centre = centre(liked, weightOfMeaning);
        double mean = liked.stream().mapToDouble(Liked::gain).average().orElse(0);
        return new Solving(liked, centre, weightOfMeaning, mean).solve(doubt);
    }

    /// How much more than others the paper would be liked, in standard deviations of its day.
    double of(Sketch sketch) {
        double sum = mean;
        float[] vector = sketch.vector();
        if (vector != null && vector.length == centre.length) {
            for (int i = 0; i < vector.length; i++) {
                sum += meaning[i] * (vector[i] - centre[i]);
            }
        }
        int[] places = sketch.places();
        float[] values = sketch.values();
        for (int i = 0; i < places.length; i++) {
            sum += features[places[i]] * values[i];
        }
        return sum;
    }

    private static float[] centre(List<Liked> liked, double weightOfMeaning) {
        float @Nullable [] sum = null;
        int count = 0;
        for (Liked one : liked) {
            float[] vector = one.sketch().vector();
            if (vector == null || weightOfMeaning == 0) {
                continue;
            }
            if (sum == null) {
                sum = new float[vector.length];
            }
            if (sum.length == vector.length) {
                count++;
                for (int i = 0; i < vector.length; i++) {
                    sum[i] += vector[i];
                }
            }
        }
        if (sum == null) {
            return new float[0];
        }
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= count;
        }
        return sum;
    }

    /// One solving of `(XᵀX + doubt) w = Xᵀy`. The weights are those of meaning, then the features.
    private static final class Solving {
        private final List<Liked> liked;
        private final float[] centre;
        private final double weightOfMeaning;
        private final double mean;
        private final int size;

        Solving(List<Liked> liked, float[] centre, double weightOfMeaning, double mean) {
            this.liked = liked;
            this.centre = centre;
            this.weightOfMeaning = weightOfMeaning;
            this.mean = mean;
            size = centre.length + Sketch.PLACES;
        }

        Taste solve(double doubt) {
            double[] weights = new double[size];
            double[] rest = new double[size];
            for (Liked one : liked) {
                add(one.sketch(), one.gain() - mean, rest);
            }
            double[] direction = rest.clone();
            double length = dot(rest, rest);
            double enough = 1e-8 * length;
            for (int step = 0; step < STEPS && length > enough; step++) {
                double[] image = image(direction, doubt);
                double stride = length / dot(direction, image);
                for (int i = 0; i < size; i++) {
                    weights[i] += stride * direction[i];
                    rest[i] -= stride * image[i];
                }
                double before = length;
                length = dot(rest, rest);
                for (int i = 0; i < size; i++) {
                    direction[i] = rest[i] + length / before * direction[i];
                }
            }
            double[] meaning = new double[centre.length];
            double[] features = new double[Sketch.PLACES];
            System.arraycopy(weights, 0, meaning, 0, meaning.length);
            System.arraycopy(weights, meaning.length, features, 0, features.length);
            for (int i = 0; i < meaning.length; i++) {
                meaning[i] *= weightOfMeaning;
            }
            return new Taste(centre, meaning, features, mean);
        }

        private double[] image(double[] direction, double doubt) {
            double[] image = new double[size];
            for (int i = 0; i < size; i++) {
                image[i] = doubt * direction[i];
            }
            for (Liked one : liked) {
                add(one.sketch(), product(one.sketch(), direction), image);
            }
            return image;
        }

        private double product(Sketch sketch, double[] weights) {
            double sum = 0;
            float[] vector = sketch.vector();
            if (vector != null && vector.length == centre.length) {
                for (int i = 0; i < vector.length; i++) {
                    sum += weights[i] * weightOfMeaning * (vector[i] - centre[i]);
                }
            }
            int[] places = sketch.places();
            float[] values = sketch.values();
            for (int i = 0; i < places.length; i++) {
                sum += weights[centre.length + places[i]] * values[i];
            }
            return sum;
        }

        private void add(Sketch sketch, double times, double[] into) {
            float[] vector = sketch.vector();
            if (vector != null && vector.length == centre.length) {
                for (int i = 0; i < vector.length; i++) {
                    into[i] += times * weightOfMeaning * (vector[i] - centre[i]);
                }
            }
            int[] places = sketch.places();
            float[] values = sketch.values();
            for (int i = 0; i < places.length; i++) {
                into[centre.length + places[i]] += times * values[i];
            }
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
