package org.broadsheet.methods.conditioning;

import java.util.random.RandomGenerator;

/// This draws stimuli and outcomes. What it draws depends on the generator alone.
public final class Stimuli {
    private final RandomGenerator random;

    public Stimuli(RandomGenerator random) {
        this.random = random;
    }

    /// `count` vectors of `size` numbers, uniform on the unit sphere.
    public double[][] unit(int count, int size) {
        return correlated(count, size, 0);
    }

    /// `count` unit vectors that share a direction: each is `√rho u + √(1 - rho) g`, put on the
    /// sphere, with one `u` for all and a `g` of its own, both random unit vectors. The mean
    /// overlap of two is about `rho`.
    ///
    /// @param rho 0 to below 1
    public double[][] correlated(int count, int size, double rho) {
        Vectors.requirePositive("numbers of a stimulus", size);
        if (!(rho >= 0 && rho < 1)) {
            throw new IllegalArgumentException(
                    "the correlation of stimuli: %s; accepted are 0 to below 1".formatted(rho));
        }
        double[][] all = new double[Vectors.requirePositive("stimuli", count)][];
        double[] shared = direction(size);
        for (int i = 0; i < count; i++) {
            all[i] = direction(size);
            if (rho > 0) {
                Vectors.scale(all[i], Math.sqrt(1 - rho));
                Vectors.addScaled(all[i], Math.sqrt(rho), shared);
                Vectors.scale(all[i], 1 / Math.sqrt(Vectors.dot(all[i], all[i])));
            }
        }
        return all;
    }

    /// `count` outcomes of `size` numbers, each 1 or -1 with the same probability.
    public double[][] signs(int count, int size) {
        Vectors.requirePositive("numbers of an outcome", size);
        double[][] all = new double[Vectors.requirePositive("outcomes", count)][size];
        for (double[] one : all) {
            for (int i = 0; i < size; i++) {
                one[i] = random.nextBoolean() ? 1 : -1;
            }
        }
        return all;
    }

    private double[] direction(int size) {
        double[] direction = new double[size];
        double squares = 0;
        while (squares == 0) {
            for (int i = 0; i < size; i++) {
                direction[i] = random.nextGaussian();
            }
            squares = Vectors.dot(direction, direction);
        }
        Vectors.scale(direction, 1 / Math.sqrt(squares));
        return direction;
    }
}
