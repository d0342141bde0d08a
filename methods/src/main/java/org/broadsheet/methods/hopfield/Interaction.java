package org.broadsheet.methods.hopfield;

/// This is the function `F` by which a dense binary network weighs an overlap, in units of its
/// value at a full overlap.
public sealed interface Interaction {

    /// `F(overlap) / F(size)`, with `size` the length of a pattern.
    double at(double overlap, int size);

    /// `F(z) = z^degree`, with a degree of 2 to 100.
    record Polynomial(int degree) implements Interaction {
        public Polynomial {
            if (degree < 2 || degree > 100) {
                throw new IllegalArgumentException(
                        "The degree is %d; 2 to 100 are accepted".formatted(degree));
            }
        }

        @Override
        public double at(double overlap, int size) {
            double base = overlap / size;
            double power = base;
            for (int i = 1; i < degree; i++) {
                power *= base;
            }
            return power;
        }
    }

    /// `F(z) = exp(z)`.
    record Exponential() implements Interaction {
        @Override
        public double at(double overlap, int size) {
            return Math.exp(overlap - size);
        }
    }
}
