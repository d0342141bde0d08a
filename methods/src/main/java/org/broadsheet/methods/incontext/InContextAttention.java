package org.broadsheet.methods.incontext;

import java.util.random.RandomGenerator;

/// This is one layer of multi-head attention that answers a query from the examples before it
/// (arXiv:2503.12734). With tokens `z_l = (x_l, y_l)` as the columns of Z and the query `z_q =
/// (x_q, 0)`, which does not attend to itself,
///
/// `prediction = sum_h O_h V_h Z softmax(Z^T K_h^T Q_h z_q / sqrt(D))`,
///
/// where D is the width of a token. K, Q and V have D by D weights a head, O as many rows as there
/// are tasks. The gradient is written out: it goes through the products `A = K^T Q / sqrt(D)` and
/// `B = O V`, of which only one of each a head depends on the weights.
///
/// For many threads as long as the weights do not change.
public final class InContextAttention implements Predictor {
    /// How scores become shares.
    public enum Kind {
        SOFTMAX,
        /// The scores over the length of the prompts in training: linear attention.
        LINEAR
    }

    /// The layer's sizes.
    ///
    /// @param heads the paper's H
    /// @param dimension of an input
    /// @param tasks outputs
    /// @param kind of attention
    /// @param trainedLength by which linear attention divides its scores
    public record Shape(int heads, int dimension, int tasks, Kind kind, int trainedLength) {
        public Shape {
            if (heads < 1) {
                throw new IllegalArgumentException(heads + " heads; at least one is needed");
            }
        }

        /// For prompts of that distribution.
        public static Shape of(int heads, Kind kind, Regression regression) {
            return new Shape(
                    heads, regression.dimension(), regression.tasks(), kind, regression.length());
        }

        int width() {
            return dimension + tasks;
        }

        int headSize() {
            return (3 * width() + tasks) * width();
        }
    }

    private static final int E = PromptBlock.SIZE;

    private final Shape shape;
    private final double[] weights;
    private final Products products;

    /// Weights drawn evenly from ±1/√D, as PyTorch starts a linear layer.
    public InContextAttention(Shape shape, RandomGenerator random) {
        this.shape = shape;
        weights = new double[shape.heads() * shape.headSize()];
        double bound = 1 / Math.sqrt(shape.width());
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextDouble(-bound, bound);
        }
        products = new Products(shape);
        products.renew(weights);
    }

    public Shape shape() {
        return shape;
    }

    /// All weights: for each head K, Q, V and O, row by row. Call [#renew] after a change.
    double[] weights() {
        return weights;
    }

    /// Takes changed weights up.
    void renew() {
        products.renew(weights);
    }

    /// `K^T Q / sqrt(D)` of a head, D rows of D values: what a token's score multiplies.
    public double[][] keyQuery(int head) {
        return products.rows(products.keyQuery[head], shape.width(), shape.width());
    }

    /// `O V` of a head, a row for each task of D values: what a head passes on.
    public double[][] outputValue(int head) {
        return products.rows(products.outputValue[head], shape.tasks(), shape.width());
    }

    @Override
    public double[] predict(PromptBlock block) {
        double[] predictions = new double[shape.tasks() * E];
        for (int h = 0; h < shape.heads(); h++) {
            addPrediction(new HeadPass(h, block), predictions);
        }
        return predictions;
    }

    private void addPrediction(HeadPass pass, double[] predictions) {
        double[] outputValue = products.outputValue[pass.head];
        int width = shape.width();
        for (int n = 0; n < shape.tasks(); n++) {
            for (int i = 0; i < width; i++) {
                double b = outputValue[n * width + i];
                for (int e = 0; e < E; e++) {
                    predictions[n * E + e] += b * pass.mixture[i * E + e];
                }
            }
        }
    }

    /// Adds the gradient of the sum of squared errors over this block.
    ///
    /// @param gradient as long as the weights
    /// @return that sum
    double addGradient(PromptBlock block, double[] gradient) {
        HeadPass[] passes = new HeadPass[shape.heads()];
        double[] errors = new double[shape.tasks() * E];
        for (int h = 0; h < passes.length; h++) {
            passes[h] = new HeadPass(h, block);
            addPrediction(passes[h], errors);
        }
        double loss = 0;
        for (int k = 0; k < errors.length; k++) {
            double error = errors[k] - block.targets[k];
            loss += error * error;
            errors[k] = 2 * error;
        }
        for (HeadPass pass : passes) {
            pass.addGradient(errors, gradient);
        }
        return loss;
    }

    /// One head over one block: what goes forward, kept for the way back.
    private final class HeadPass {
        private final int head;
        private final PromptBlock block;
        private final double[] shares;
        private final double[] mixture;

        HeadPass(int head, PromptBlock block) {
            this.head = head;
            this.block = block;
            shares = new double[block.length() * E];
            scores();
            if (shape.kind() == Kind.SOFTMAX) {
                softmax();
            } else {
                for (int k = 0; k < shares.length; k++) {
                    shares[k] /= shape.trainedLength();
                }
            }
            mixture = tokensTimes(shares);
        }

        private void scores() {
            int width = shape.width();
            double[] pull = new double[width * E];
            double[] keyQuery = products.keyQuery[head];
            for (int i = 0; i < width; i++) {
                // The query's own ys are 0, so their columns have nothing to say.
                for (int j = 0; j < shape.dimension(); j++) {
                    axpy(keyQuery[i * width + j], block.queries, j * E, pull, i * E);
                }
            }
            transposedTokensTimes(pull, shares);
        }

        /// `scores_l += sum_i pull_i z_li`, for each prompt.
        private void transposedTokensTimes(double[] pull, double[] scores) {
            for (int i = 0; i < shape.width(); i++) {
                for (int l = 0; l < block.length(); l++) {
                    multiplyAdd(pull, i * E, block.tokens, block.at(i, l), scores, l * E);
                }
            }
        }

        /// `sum_l factors_l z_li`, for each prompt.
        private double[] tokensTimes(double[] factors) {
            double[] sum = new double[shape.width() * E];
            for (int i = 0; i < shape.width(); i++) {
                for (int l = 0; l < block.length(); l++) {
                    multiplyAdd(factors, l * E, block.tokens, block.at(i, l), sum, i * E);
                }
            }
            return sum;
        }

        private void softmax() {
            double[] largest = new double[E];
            System.arraycopy(shares, 0, largest, 0, E);
            for (int k = E; k < shares.length; k += E) {
                for (int e = 0; e < E; e++) {
                    largest[e] = Math.max(largest[e], shares[k + e]);
                }
            }
            double[] sum = new double[E];
            for (int k = 0; k < shares.length; k += E) {
                for (int e = 0; e < E; e++) {
                    shares[k + e] = Math.exp(shares[k + e] - largest[e]);
                }
                for (int e = 0; e < E; e++) {
                    sum[e] += shares[k + e];
                }
            }
            for (int e = 0; e < E; e++) {
                sum[e] = 1 / sum[e];
            }
            for (int k = 0; k < shares.length; k += E) {
                for (int e = 0; e < E; e++) {
                    shares[k + e] *= sum[e];
                }
            }
        }

        void addGradient(double[] errors, double[] gradient) {
            int width = shape.width();
            double[] byOutputValue = new double[shape.tasks() * width];
            double[] byMixture = new double[width * E];
            for (int n = 0; n < shape.tasks(); n++) {
                for (int i = 0; i < width; i++) {
                    int k = n * width + i;
                    byOutputValue[k] = dot(errors, n * E, mixture, i * E);
                    axpy(products.outputValue[head][k], errors, n * E, byMixture, i * E);
                }
            }
            double[] byPull = tokensTimes(byScores(byMixture));
            double[] byKeyQuery = new double[width * width];
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < shape.dimension(); j++) {
                    byKeyQuery[i * width + j] = dot(byPull, i * E, block.queries, j * E);
                }
            }
            products.chain(head, byKeyQuery, byOutputValue, weights, gradient);
        }

        /// The softmax's: `s_l (g_l - sum_k s_k g_k)`, where that sum is mixture times byMixture.
        private double[] byScores(double[] byMixture) {
            double[] by = new double[shares.length];
            transposedTokensTimes(byMixture, by);
            if (shape.kind() == Kind.LINEAR) {
                for (int k = 0; k < by.length; k++) {
                    by[k] /= shape.trainedLength();
                }
                return by;
            }
            double[] mean = new double[E];
            for (int i = 0; i < shape.width(); i++) {
                multiplyAdd(byMixture, i * E, mixture, i * E, mean, 0);
            }
            for (int k = 0; k < by.length; k += E) {
                for (int e = 0; e < E; e++) {
                    by[k + e] = shares[k + e] * (by[k + e] - mean[e]);
                }
            }
            return by;
        }
    }

    /// y ← y + a x, over the prompts.
    private static void axpy(double a, double[] x, int fromX, double[] y, int fromY) {
        for (int e = 0; e < E; e++) {
            y[fromY + e] += a * x[fromX + e];
        }
    }

    /// c ← c + a b, prompt by prompt.
    private static void multiplyAdd(
            double[] a, int fromA, double[] b, int fromB, double[] c, int fromC) {
        for (int e = 0; e < E; e++) {
            c[fromC + e] += a[fromA + e] * b[fromB + e];
        }
    }

    private static double dot(double[] a, int fromA, double[] b, int fromB) {
        double sum = 0;
        for (int e = 0; e < E; e++) {
            sum += a[fromA + e] * b[fromB + e];
        }
        return sum;
    }
}
