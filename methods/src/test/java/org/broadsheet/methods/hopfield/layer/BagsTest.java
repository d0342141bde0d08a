package org.broadsheet.methods.hopfield.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.broadsheet.methods.hopfield.Stopping;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.junit.jupiter.api.Test;

class BagsTest {
    private static final Tensors TENSORS = Tensors.doubles().threads(1);

    @Test
    void halfOfTheBagsHoldExactlyOneSignal() {
        Bags bags = Bags.of(Bags.BitPatterns.OF_THE_AUTHORS, random(43), random(44));
        Set<Integer> inFalseBags = new HashSet<>();
        for (int bag = 0; bag < bags.count(); bag++) {
            if (!bags.labels().get(bag)) {
                for (double[] instance : bags.instances().get(bag)) {
                    inFalseBags.add(number(instance));
                }
            }
        }

        // 16,384 draws of 247 patterns see them all; what they never show is zero or a signal.
        assertThat(inFalseBags).hasSize(256 - 1 - 8).doesNotContain(0);
        assertThat(bags.count()).isEqualTo(2048);
        assertThat(bags.labels().stream().filter(label -> label)).hasSize(1024);
        Set<Integer> signals = new HashSet<>();
        for (int bag = 0; bag < bags.count(); bag++) {
            int found = 0;
            for (double[] instance : bags.instances().get(bag)) {
                if (!inFalseBags.contains(number(instance))) {
                    found++;
                    signals.add(number(instance));
                }
            }
            assertThat(found).isEqualTo(bags.labels().get(bag) ? 1 : 0);
        }
        assertThat(signals).hasSize(8).doesNotContain(0);
    }

    @Test
    void theSameSeedsGiveTheSameBags() {
        var shape = new Bags.BitPatterns(4, 3, 5, 2);
        Bags one = Bags.of(shape, random(1), random(2));
        Bags other = Bags.of(shape, random(1), random(2));

        assertThat(other.labels()).isEqualTo(one.labels());
        assertThat(other.instances().get(3)).isDeepEqualTo(one.instances().get(3));
    }

    @Test
    void theClassOfALatchSequenceStandsInItsFirstSymbolOnly() {
        Bags sequences = Bags.latches(200, 20, 6, random(3));

        for (int i = 0; i < sequences.count(); i++) {
            double[][] sequence = sequences.instances().get(i);
            assertThat(sequence).hasDimensions(20, 6);
            assertThat(sequence[0][1] == 1).isEqualTo(sequences.labels().get(i));
            for (int step = 1; step < 20; step++) {
                assertThat(sequence[step][0] + sequence[step][1]).isZero();
            }
        }
        assertThat(new HashSet<>(sequences.labels())).hasSize(2);
    }

    @Test
    void hopfieldPoolingLearnsToFindASignal() {
        Bags bags = Bags.of(new Bags.BitPatterns(512, 6, 4, 1), random(1), random(2));
        var classifier = hopfield(4);

        new BagTraining(60, 32, 0.01, 1)
                .train(classifier, bags.slice(0, 384), TENSORS, random(6), (_, _) -> {});

        // Chance is 0.5; the standard error of 128 bags is 0.04.
        assertThat(BagTraining.accuracy(classifier, bags.slice(384, 512), TENSORS))
                .isGreaterThan(0.9);
    }

    @Test
    void hopfieldPoolingKeepsALatchOverTwentySteps() {
        Bags sequences = Bags.latches(256, 20, 6, random(3));
        var classifier = hopfield(6);

        new BagTraining(20, 32, 0.01, 1)
                .train(classifier, sequences.slice(0, 192), TENSORS, random(6), (_, _) -> {});

        assertThat(BagTraining.accuracy(classifier, sequences.slice(192, 256), TENSORS))
                .isEqualTo(1);
    }

    @Test
    void theLossIsTheCrossEntropy() {
        Tensor odds = TENSORS.of(new double[] {0, 2}, 2);
        Tensor targets = TENSORS.of(new double[] {1, 0}, 2);

        double expected = (-Math.log(0.5) - Math.log(1 - 1 / (1 + Math.exp(-2)))) / 2;
        assertThat(BagTraining.loss(odds, targets).item()).isEqualTo(expected, within(1e-14));
    }

    @Test
    void thePoolingsAreWhatTheirNamesSay() {
        var embedding = new BagClassifier.Embedding(TENSORS, 2, 3, random(1));
        Tensor bags = TENSORS.normal(random(2), 2, 4, 2);
        double[] embedded = embedding.of(bags).toArray();
        double[] mean = new BagClassifier.ByMean(embedding).pool(bags, null).toArray();
        double[] maximum = new BagClassifier.ByMaximum(embedding).pool(bags, null).toArray();
        for (int bag = 0; bag < 2; bag++) {
            for (int k = 0; k < 3; k++) {
                double sum = 0;
                double largest = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < 4; i++) {
                    double value = embedded[(bag * 4 + i) * 3 + k];
                    sum += value;
                    largest = Math.max(largest, value);
                }
                assertThat(mean[bag * 3 + k]).isEqualTo(sum / 4, within(1e-15));
                assertThat(maximum[bag * 3 + k]).isEqualTo(largest);
            }
        }
    }

    @Test
    void attentionPoolingIsAWeightedMean() {
        var embedding = new BagClassifier.Embedding(TENSORS, 2, 3, random(1));
        var attention = new BagClassifier.ByAttention(TENSORS, embedding, 5, random(4));
        Tensor same = TENSORS.of(new double[] {1, 2, 1, 2, 1, 2}, 1, 3, 2);

        assertThat(attention.pool(same, null).toArray())
                .containsExactly(
                        new BagClassifier.ByMean(embedding).pool(same, null).toArray(),
                        within(1e-15));
    }

    @Test
    void bagsOutsideTheirRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bags.BitPatterns(10, 4, 2, 3))
                .withMessageContaining("3 signals of 2 bits are asked for; 1 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bags.BitPatterns(0, 4, 8, 3))
                .withMessageContaining("0 bags");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bags.BitPatterns(1, 4, 30, 3))
                .withMessageContaining("30 bits");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bags.latches(1, 20, 2, random(1)))
                .withMessageContaining("of 2 symbols");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BagTraining(0, 1, 1, 1))
                .withMessageContaining("0 epochs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BagTraining(1, 1, -1, 1))
                .withMessageContaining("-1.0");
    }

    private static BagClassifier hopfield(int features) {
        Association association =
                Association.attention(4, 8).withBeta(0.25).withUpdates(Stopping.after(2));
        return new BagClassifier(
                TENSORS,
                new BagClassifier.ByHopfield(
                        TENSORS,
                        new BagClassifier.Embedding(TENSORS, features, 16, random(4)),
                        8,
                        association,
                        random(5)),
                random(5));
    }

    private static int number(double[] bits) {
        int number = 0;
        for (int bit = 0; bit < bits.length; bit++) {
            number |= (int) bits[bit] << bit;
        }
        return number;
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
