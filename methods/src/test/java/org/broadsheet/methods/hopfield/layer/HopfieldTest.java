package org.broadsheet.methods.hopfield.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.broadsheet.methods.hopfield.ModernHopfield;
import org.broadsheet.methods.hopfield.PatternSource;
import org.broadsheet.methods.hopfield.Patterns;
import org.broadsheet.methods.hopfield.Stopping;
import org.broadsheet.methods.tensor.GradientCheck;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HopfieldTest {
    private static final Tensors TENSORS = Tensors.doubles().threads(1);
    private static final Hopfield.Features FEATURES = new Hopfield.Features(5, 6, 3);

    @Test
    void oneUpdateWithTheUsualTemperatureIsAttention() {
        var layer = new Hopfield(TENSORS, FEATURES, Association.attention(2, 4), random(1));
        double[][] state = rows(3, 5, random(2));
        double[][] stored = rows(7, 6, random(3));

        Tensor answer =
                layer.associate(TENSORS.of(state).unsqueeze(0), TENSORS.of(stored).unsqueeze(0))
                        .patterns();

        double[][] attention = new PlainAttention(layer).attend(state, stored);
        for (int i = 0; i < 3; i++) {
            for (int out = 0; out < 3; out++) {
                // The same sums in another order: some 50 rounding errors of numbers near 1.
                assertThat(answer.get(0, i, out)).isEqualTo(attention[i][out], within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void theRecallOfAHeadIsTheUpdateOfTheModernNetwork(int updates) {
        Patterns patterns = new PatternSource(random(4)).onSphere(9, 4, 2);
        var network = new ModernHopfield(patterns, 0.7);
        double[] query = {0.3, -1, 0.5, 0.2};

        double[] associations =
                Recall.of(
                                TENSORS.of(query, 1, 1, 1, 4),
                                keys(patterns),
                                TENSORS.of(new double[] {0.7}, 1, 1, 1),
                                Stopping.after(updates))
                        .associations()
                        .toArray();

        double[] state = query;
        for (int update = 1; update < updates; update++) {
            state = network.update(state);
        }
        assertThat(associations).containsExactly(network.associations(state), within(1e-14));
    }

    @Test
    void theRecallEndsWhereTheAssociationsAreStable() {
        Patterns patterns = new PatternSource(random(4)).onSphere(9, 4, 2);
        Tensor query = TENSORS.of(new double[] {0.3, -1, 0.5, 0.2}, 1, 1, 1, 4);
        Tensor beta = TENSORS.of(new double[] {0.7}, 1, 1, 1);

        Recall recall = Recall.of(query, keys(patterns), beta, Stopping.WHEN_STABLE);
        Recall next = Recall.of(query, keys(patterns), beta, Stopping.after(recall.updates() + 1));
        Recall before =
                Recall.of(query, keys(patterns), beta, Stopping.after(recall.updates() - 1));

        assertThat(recall.updates()).isGreaterThan(2);
        assertThat(change(recall, next)).isLessThanOrEqualTo(1e-4);
        assertThat(change(before, recall)).isGreaterThan(1e-4);
    }

    @Test
    void aStableHeadWaitsForTheOthers() {
        Tensor keys = TENSORS.normal(random(6), 2, 2, 9, 4);
        Tensor states = TENSORS.normal(random(7), 2, 2, 3, 4);
        Stopping stopping = new Stopping(1e-4, 1000);

        Recall both = Recall.of(states, keys, TENSORS.of(new double[] {0.1, 2}, 2, 1, 1), stopping);

        int[] updates = new int[2];
        for (int head = 0; head < 2; head++) {
            Recall alone =
                    Recall.of(
                            states.slice(1, head, head + 1),
                            keys.slice(1, head, head + 1),
                            TENSORS.of(new double[] {head == 0 ? 0.1 : 2}, 1, 1, 1),
                            stopping);
            updates[head] = alone.updates();
            assertThat(both.associations().slice(1, head, head + 1).toArray())
                    .containsExactly(alone.associations().toArray());
        }
        assertThat(updates[0]).isNotEqualTo(updates[1]);
        assertThat(both.updates()).isEqualTo(Math.max(updates[0], updates[1]));
    }

    @Test
    void theGradientsOfTheThreeLayersAreThoseOfCentralDifferences() {
        Association association =
                new Association(
                        3,
                        List.of(0.5, 1.5),
                        Stopping.after(3),
                        Association.Normalisation.LAYER_NORM,
                        0);
        var hopfield = new Hopfield(TENSORS, FEATURES, association, random(1));
        var pooling = new HopfieldPooling(TENSORS, 6, 2, 3, association, random(1));
        var lookup = new HopfieldLayer(TENSORS, 5, 4, 3, association, random(1));
        Tensor state = TENSORS.normal(random(2), 2, 3, 5);
        Tensor stored = TENSORS.normal(random(3), 2, 4, 6);

        requireRight(
                () -> hopfield.associate(state, stored).patterns().square().sum(),
                hopfield.parameters());
        requireRight(() -> pooling.pool(stored).patterns().square().sum(), pooling.parameters());
        requireRight(() -> lookup.lookUp(state).patterns().square().sum(), lookup.parameters());
    }

    @Test
    void theGradientGoesThroughARecallUntilStable() {
        Association association = Association.attention(2, 3).withUpdates(new Stopping(1e-4, 50));
        var layer = new Hopfield(TENSORS, FEATURES, association, random(1));
        Tensor state = TENSORS.normal(random(2), 1, 2, 5);
        Tensor stored = TENSORS.normal(random(3), 1, 4, 6);

        assertThat(layer.associate(state, stored).updates()).isBetween(3, 49);
        requireRight(
                () -> layer.associate(state, stored).patterns().square().sum(), layer.parameters());
    }

    @Test
    void poolingDoesNotSeeTheOrderOfASet() {
        var pooling = new HopfieldPooling(TENSORS, 6, 1, 3, Association.attention(2, 4), random(1));
        Tensor set = TENSORS.normal(random(3), 1, 5, 6);

        assertThat(pooling.pool(set.select(1, 4, 2, 0, 3, 1)).patterns().toArray())
                .containsExactly(pooling.pool(set).patterns().toArray(), within(1e-14));
    }

    @Test
    void aLearnedQueryServesTheWholeBatch() {
        var pooling =
                new HopfieldPooling(
                        TENSORS,
                        6,
                        2,
                        3,
                        Association.attention(2, 4).withUpdates(Stopping.after(3)),
                        random(1));
        Tensor sets = TENSORS.normal(random(3), 4, 5, 6);

        Tensor together = pooling.pool(sets).patterns();

        assertThat(together.shape()).containsExactly(4, 2, 3);
        assertThat(together.slice(0, 2, 3).toArray())
                .containsExactly(
                        pooling.pool(sets.slice(0, 2, 3)).patterns().toArray(), within(1e-14));
    }

    @Test
    void aLookupFindsAmongItsLearnedPatterns() {
        var lookup = new HopfieldLayer(TENSORS, 5, 4, 3, Association.attention(2, 4), random(1));

        Hopfield.Answer answer = lookup.lookUp(TENSORS.normal(random(2), 2, 3, 5));

        assertThat(answer.patterns().shape()).containsExactly(2, 3, 3);
        assertThat(answer.associations().shape()).containsExactly(2, 2, 3, 4);
        assertThat(answer.associations().sum().item()).isEqualTo(2 * 2 * 3, within(1e-12));
    }

    @Test
    void normalisedPatternsDoNotKnowTheirScale() {
        Association association =
                Association.attention(2, 4).with(Association.Normalisation.LAYER_NORM);
        var layer = new Hopfield(TENSORS, FEATURES, association, random(1));
        Tensor state = TENSORS.normal(random(2), 1, 3, 5);
        Tensor stored = TENSORS.normal(random(3), 1, 7, 6);

        // The epsilon of 1e-5 beside a variance near 1, or 400: less than 1e-4 in the result.
        assertThat(layer.associate(state.times(20), stored.plus(7)).patterns().toArray())
                .containsExactly(layer.associate(state, stored).patterns().toArray(), within(1e-4));
    }

    @Test
    void associationsAreDroppedInTrainingOnly() {
        Association association = Association.attention(2, 4).withDropout(0.5);
        var layer = new Hopfield(TENSORS, FEATURES, association, random(1));
        Tensor state = TENSORS.normal(random(2), 1, 3, 5);
        Tensor stored = TENSORS.normal(random(3), 1, 7, 6);

        double[] inUse = layer.associate(state, stored).patterns().toArray();

        assertThat(layer.associate(state, stored).patterns().toArray()).containsExactly(inUse);
        assertThat(layer.associateToTrain(state, stored, random(9)).patterns().toArray())
                .isNotEqualTo(inUse);
        assertThat(layer.associateToTrain(state, stored, random(9)).patterns().toArray())
                .containsExactly(
                        layer.associateToTrain(state, stored, random(9)).patterns().toArray());
    }

    @Test
    void choicesOutsideTheirRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Association.attention(2, 4).withBeta(-0.5))
                .withMessageContaining("beta is -0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Association.attention(2, 4).withBeta(Double.NaN))
                .withMessageContaining("beta is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Association.attention(0, 4))
                .withMessageContaining("no head");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Association.attention(2, 0))
                .withMessageContaining("0 dimensions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Association.attention(2, 4).withDropout(1))
                .withMessageContaining("1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new HopfieldPooling(
                                TENSORS, 6, 0, 3, Association.attention(1, 2), random(1)))
                .withMessageContaining("0 queries");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new HopfieldLayer(TENSORS, 6, 0, 3, Association.attention(1, 2), random(1)))
                .withMessageContaining("0 stored patterns");
    }

    @Test
    void patternsThatDoNotFitAreNamed() {
        var layer = new Hopfield(TENSORS, FEATURES, Association.attention(2, 4), random(1));
        Tensor state = TENSORS.zeros(1, 3, 5);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.associate(state, TENSORS.zeros(1, 7, 5)))
                .withMessage(
                        "The stored patterns have the shape [1, 7, 5];"
                                + " (batch, patterns, 6) is accepted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.associate(TENSORS.zeros(3, 5), TENSORS.zeros(1, 7, 6)))
                .withMessageContaining("state patterns have the shape [3, 5]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.associate(state, TENSORS.zeros(1, 0, 6)))
                .withMessageContaining("(1, 0, 6)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> layer.associate(state, TENSORS.full(Double.NaN, 1, 2, 6)))
                .withMessageContaining("The stored patterns hold NaN");
    }

    private static double[][] rows(int count, int features, RandomGenerator random) {
        double[][] rows = new double[count][features];
        for (double[] row : rows) {
            for (int k = 0; k < features; k++) {
                row[k] = random.nextGaussian();
            }
        }
        return rows;
    }

    private static void requireRight(Supplier<Tensor> loss, List<Tensor> parameters) {
        // Central differences in double: some 1e-9 for a smooth loss of size 1 to 100.
        assertThat(GradientCheck.of(loss, parameters).error()).isLessThan(1e-7);
    }

    private static Tensor keys(Patterns patterns) {
        double[] values = new double[patterns.count() * patterns.size()];
        for (int i = 0; i < patterns.count(); i++) {
            System.arraycopy(patterns.pattern(i), 0, values, i * patterns.size(), patterns.size());
        }
        return TENSORS.of(values, 1, 1, patterns.count(), patterns.size());
    }

    private static double change(Recall one, Recall other) {
        return Math.sqrt(one.associations().minus(other.associations()).square().sum().item());
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
