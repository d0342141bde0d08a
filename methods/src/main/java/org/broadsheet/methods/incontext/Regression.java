package org.broadsheet.methods.incontext;

import java.util.List;
import java.util.random.RandomGenerator;

/// This is the distribution of the prompts. A prompt has `length` examples `(x, y)` and a query x.
/// Each task n has coefficients of its own, `beta ~ N(0, I/k)` over the `k` coordinates of its
/// window, and `y_n = beta . x + N(0, noise)`. Inputs are Gaussian with mean 0, variances 1 and the
/// correlation `rho^|i-j|` between coordinates i and j.
///
/// @param dimension of x, the paper's d
/// @param length examples in a prompt, the paper's L
/// @param noise the variance of y about the line, at least 0
/// @param correlation rho, from 0 to under 1
/// @param windows for each task the coordinates that it depends on
public record Regression(
        int dimension, int length, double noise, double correlation, List<Window> windows) {
    /// The coordinates from `from`, to before `to`.
    public record Window(int from, int to) {
        int size() {
            return to - from;
        }
    }

    public Regression {
        windows = List.copyOf(windows);
        if (dimension < 1 || length < 1) {
            throw new IllegalArgumentException(
                    "%d dimensions and %d examples; at least one of each is needed"
                            .formatted(dimension, length));
        }
        if (!(noise >= 0) || Double.isInfinite(noise)) {
            throw new IllegalArgumentException(
                    "the noise has variance %s; it must be at least 0 and finite".formatted(noise));
        }
        if (!(correlation >= 0 && correlation < 1)) {
            throw new IllegalArgumentException(
                    "the correlation is %s; it must be from 0 to under 1".formatted(correlation));
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("there are no tasks; at least one is needed");
        }
        for (Window window : windows) {
            if (window.from() < 0 || window.size() < 1 || window.to() > dimension) {
                throw new IllegalArgumentException(
                        "a task depends on coordinates %d to before %d; there are 0 to before %d"
                                .formatted(window.from(), window.to(), dimension));
            }
        }
    }

    /// One task over all coordinates, which are independent: the paper's main case.
    public static Regression plain(int dimension, int length, double noise) {
        return new Regression(dimension, length, noise, 0, List.of(new Window(0, dimension)));
    }

    /// The paper's N.
    public int tasks() {
        return windows.size();
    }

    /// Elements of a token: an x and a y for each task.
    public int width() {
        return dimension + tasks();
    }

    /// The same with prompts of another length.
    public Regression withLength(int length) {
        return new Regression(dimension, length, noise, correlation, windows);
    }

    /// Draws [PromptBlock#SIZE] prompts into the block.
    public void draw(PromptBlock block, RandomGenerator random) {
        double[] beta = new double[dimension];
        double[] x = new double[dimension];
        double[][] coefficients = new double[tasks()][];
        double deviation = Math.sqrt(noise);
        for (int e = 0; e < PromptBlock.SIZE; e++) {
            for (int n = 0; n < tasks(); n++) {
                Window window = windows.get(n);
                beta = new double[dimension];
                for (int i = window.from(); i < window.to(); i++) {
                    beta[i] = random.nextGaussian() / Math.sqrt(window.size());
                }
                coefficients[n] = beta;
            }
            for (int l = 0; l < length; l++) {
                drawInput(x, random);
                for (int i = 0; i < dimension; i++) {
                    block.tokens[block.at(i, l) + e] = x[i];
                }
                for (int n = 0; n < tasks(); n++) {
                    block.tokens[block.at(dimension + n, l) + e] =
                            dot(coefficients[n], x) + deviation * random.nextGaussian();
                }
            }
            drawInput(x, random);
            for (int i = 0; i < dimension; i++) {
                block.queries[i * PromptBlock.SIZE + e] = x[i];
            }
            for (int n = 0; n < tasks(); n++) {
                block.targets[n * PromptBlock.SIZE + e] =
                        dot(coefficients[n], x) + deviation * random.nextGaussian();
            }
        }
    }

    /// Each coordinate from the one before it: a stationary autoregression.
    private void drawInput(double[] x, RandomGenerator random) {
        double fresh = Math.sqrt(1 - correlation * correlation);
        x[0] = random.nextGaussian();
        for (int i = 1; i < x.length; i++) {
            x[i] = correlation * x[i - 1] + fresh * random.nextGaussian();
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
