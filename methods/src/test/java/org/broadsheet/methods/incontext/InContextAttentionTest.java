package org.broadsheet.methods.incontext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.broadsheet.methods.incontext.InContextAttention.Kind;
import org.broadsheet.methods.incontext.InContextAttention.Shape;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InContextAttentionTest {
    private static final Regression TWO_TASKS =
            new Regression(
                    3,
                    7,
                    0.1,
                    0.5,
                    List.of(new Regression.Window(0, 2), new Regression.Window(1, 3)));

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static PromptBlock block(Regression regression, long seed) {
        PromptBlock block = new PromptBlock(regression);
        regression.draw(block, random(seed));
        return block;
    }

    /// The tensors' automatic differentiation knows nothing of the products and blocks used here.
    @ParameterizedTest
    @EnumSource(Kind.class)
    void lossAndGradientAreThoseOfAutomaticDifferentiation(Kind kind) {
        var layer = new InContextAttention(Shape.of(3, kind, TWO_TASKS), random(1));
        PromptBlock block = block(TWO_TASKS, 2);
        double[] gradient = new double[layer.weights().length];

        double loss = layer.addGradient(block, gradient);

        Tensors t = Tensors.doubles();
        Tensor weights = t.of(layer.weights(), layer.weights().length).parameter();
        Tensor reference = reference(weights, layer.shape(), block, t);
        reference.backward();
        assertThat(loss).isCloseTo(reference.item(), within(1e-10));
        assertThat(gradient).containsExactly(weights.gradient().toArray(), within(1e-10));
    }

    /// The layer's formula over (prompts, tokens, width), as it stands in the paper.
    private static Tensor reference(Tensor weights, Shape shape, PromptBlock block, Tensors t) {
        int width = shape.dimension() + shape.tasks();
        int prompts = PromptBlock.SIZE;
        double[] tokens = new double[prompts * block.length() * width];
        double[] queries = new double[prompts * width];
        double[] targets = new double[prompts * shape.tasks()];
        for (int e = 0; e < prompts; e++) {
            for (int l = 0; l < block.length(); l++) {
                for (int i = 0; i < width; i++) {
                    tokens[(e * block.length() + l) * width + i] = block.token(e, l, i);
                }
            }
            for (int i = 0; i < shape.dimension(); i++) {
                queries[e * width + i] = block.query(e, i);
            }
            for (int n = 0; n < shape.tasks(); n++) {
                targets[e * shape.tasks() + n] = block.targets()[n * prompts + e];
            }
        }
        Tensor z = t.of(tokens, prompts, block.length(), width);
        Tensor q = t.of(queries, prompts, 1, width);
        Tensor prediction = t.zeros(prompts, 1, shape.tasks());
        int square = width * width;
        for (int h = 0; h < shape.heads(); h++) {
            int at = h * (3 * width + shape.tasks()) * width;
            Tensor k = weights.slice(0, at, at + square).reshape(width, width);
            Tensor queryMap = weights.slice(0, at + square, at + 2 * square).reshape(width, width);
            Tensor v = weights.slice(0, at + 2 * square, at + 3 * square).reshape(width, width);
            Tensor o =
                    weights.slice(0, at + 3 * square, at + 3 * square + shape.tasks() * width)
                            .reshape(shape.tasks(), width);
            Tensor scores =
                    q.matmulTransposed(queryMap)
                            .matmulTransposed(z.matmulTransposed(k))
                            .over(Math.sqrt(width));
            Tensor shares =
                    shape.kind() == Kind.SOFTMAX
                            ? scores.softmax()
                            : scores.over(shape.trainedLength());
            prediction = prediction.plus(shares.matmul(z.matmulTransposed(v)).matmulTransposed(o));
        }
        return prediction.minus(t.of(targets, prompts, 1, shape.tasks())).square().sum();
    }

    @Test
    void theProductsAreThoseOfTheFactors() {
        var layer = new InContextAttention(Shape.of(1, Kind.SOFTMAX, TWO_TASKS), random(3));
        double[] w = layer.weights();

        double expected = 0;
        for (int k = 0; k < 5; k++) {
            expected += w[5 * k + 1] * w[25 + 5 * k + 2] / Math.sqrt(5);
        }

        assertThat(layer.keyQuery(0)[1][2]).isCloseTo(expected, within(1e-14));
    }

    /// Zero-sum outputs cancel what is added to all ys, and equal shares of scores what is added to
    /// all inputs: moving both leaves the answer where it was.
    @Test
    void opposedHeadsDoNotNoticeAnOffset() {
        Regression regression = Regression.plain(4, 12, 0.1);
        InContextAttention layer = opposed(regression);
        PromptBlock block = block(regression, 5);
        double[] before = layer.predict(block);

        block.shift(new double[] {1, -2, 0.5, 3}, 7);

        assertThat(layer.predict(block)).containsExactly(before, within(1e-10));
    }

    /// Two heads that score with ±0.3 times the identity and pass on ±2 y.
    private static InContextAttention opposed(Regression regression) {
        var layer = new InContextAttention(Shape.of(2, Kind.SOFTMAX, regression), random(4));
        setOpposed(layer, regression.width(), 0.3, 2);
        return layer;
    }

    @Test
    void aHeadIsReadAsItWasBuilt() {
        InContextAttention layer = opposed(Regression.plain(4, 12, 0.1));

        HeadPattern second = HeadPattern.of(layer, 1);

        assertThat(second.weight()).isCloseTo(-0.3, within(1e-12));
        assertThat(second.output()).isEqualTo(-2);
        assertThat(second.spread()).isCloseTo(0, within(1e-8));
        assertThat(second.stray()).isZero();
        assertThat(second.leak()).isZero();
    }

    /// Two opposite heads of small scores are debiased descent, up to the square of the scores.
    @Test
    void smallOpposedHeadsAreOneStepOfDebiasedDescent() {
        Regression regression = Regression.plain(4, 30, 0.1);
        var layer = new InContextAttention(Shape.of(2, Kind.SOFTMAX, regression), random(4));
        double omega = 1e-4;
        double step = 0.8;
        setOpposed(layer, regression.width(), omega, step / (2 * omega));
        double[][] factor = new double[4][4];
        for (int i = 0; i < 4; i++) {
            factor[i][i] = step;
        }
        PromptBlock block = block(regression, 6);

        assertThat(layer.predict(block))
                .containsExactly(
                        new Descent(Descent.Direction.DEBIASED, factor).predict(block),
                        within(1e-5));
    }

    private static void setOpposed(InContextAttention layer, int width, double omega, double mu) {
        double[] w = layer.weights();
        Arrays.fill(w, 0);
        int headSize = (3 * width + 1) * width;
        for (int h = 0; h < 2; h++) {
            int sign = h == 0 ? 1 : -1;
            for (int i = 0; i < width - 1; i++) {
                w[h * headSize + i * width + i] = 1;
                w[h * headSize + width * width + i * width + i] = sign * omega * Math.sqrt(width);
            }
            w[h * headSize + 3 * width * width - 1] = 1;
            w[h * headSize + 3 * width * width + width - 1] = sign * mu;
        }
        layer.renew();
    }

    @Test
    void aLayerWithoutHeadsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(0, Kind.SOFTMAX, TWO_TASKS))
                .withMessageContaining("0 heads; at least one is needed");
    }
}
