package org.broadsheet.methods.attentionsvm;

import java.util.ArrayList;
import java.util.List;

/// These are linear constraints on W, each `a^T W z` at least, or just, a value: that the logit of
/// one token is over that of another. Every constraint is a matrix `a z^T` of rank one, so that
/// products of constraints cost `2d` multiplications.
public final class Margins {
    private final List<Margin> margins;
    private final int dimension;

    /// @param more the token that is to be over, less the token that is to be under, `d` values
    /// @param query z, `d` values
    public record Margin(double[] more, double[] query) {
        double product(Margin other) {
            return Vectors.dot(more, other.more) * Vectors.dot(query, other.query);
        }
    }

    public Margins(List<Margin> margins, int dimension) {
        this.margins = List.copyOf(margins);
        this.dimension = dimension;
    }

    /// The constraints of the attention SVM (equation Att-SVM): in each prompt i the token
    /// `chosen[i]` over all others.
    ///
    /// @throws IllegalArgumentException when `chosen` does not name a token of each prompt
    public static Margins of(Prompts prompts, int[] chosen) {
        if (chosen.length != prompts.count()) {
            throw new IllegalArgumentException(
                    "%d chosen tokens for %d prompts; one for each is needed"
                            .formatted(chosen.length, prompts.count()));
        }
        List<Margin> margins = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] < 0 || chosen[i] >= prompts.length()) {
                throw new IllegalArgumentException(
                        "token %d is chosen in prompt %d; there are tokens 0 to %d"
                                .formatted(chosen[i], i, prompts.length() - 1));
            }
            for (int t = 0; t < prompts.length(); t++) {
                if (t != chosen[i]) {
                    margins.add(between(prompts, i, chosen[i], t));
                }
            }
        }
        return new Margins(margins, prompts.dimension());
    }

    /// Token `over` of prompt `i` over token `under`.
    public static Margin between(Prompts prompts, int i, int over, int under) {
        double[][] tokens = prompts.tokens()[i];
        return new Margin(Vectors.difference(tokens[over], tokens[under]), prompts.queries()[i]);
    }

    public int count() {
        return margins.size();
    }

    /// The rows and columns of W.
    public int dimension() {
        return dimension;
    }

    /// `a^T W z` of each constraint.
    public double[] of(double[][] weights) {
        return margins.stream()
                .mapToDouble(one -> Vectors.dot(one.more(), Vectors.times(weights, one.query())))
                .toArray();
    }

    /// The least of them; positive infinity where there is none.
    public double least(double[][] weights) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : of(weights)) {
            least = Math.min(least, value);
        }
        return least;
    }

    /// `sum_k factors[k] a_k z_k^T`, `d` rows of `d` values.
    public double[][] combined(double[] factors) {
        double[][] sum = new double[dimension][dimension];
        for (int k = 0; k < factors.length; k++) {
            if (factors[k] != 0) {
                Margin one = margins.get(k);
                Vectors.addOuter(factors[k], one.more(), one.query(), sum);
            }
        }
        return sum;
    }

    /// The products of these constraints, as matrices, with those: `count()` rows.
    double[][] products(Margins others) {
        double[][] products = new double[count()][others.count()];
        for (int k = 0; k < count(); k++) {
            for (int l = 0; l < others.count(); l++) {
                products[k][l] = margins.get(k).product(others.margins.get(l));
            }
        }
        return products;
    }
}
