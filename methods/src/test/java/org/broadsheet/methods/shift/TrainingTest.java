package org.broadsheet.methods.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.broadsheet.methods.shift.Population.Core;
import org.broadsheet.methods.shift.Population.Link;
import org.broadsheet.methods.shift.Recipe.Architecture;
import org.broadsheet.methods.shift.Recipe.Bend;
import org.broadsheet.methods.tensor.Tensors;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final Tensors TENSORS = Tensors.floats().threads(1);
    private static final Architecture NETWORK = new Architecture("32 ReLU", Bend.RELU, List.of(32));
    private static final Architecture LINEAR = new Architecture("linear", Bend.RELU, List.of());

    private final Population population = new Population(Core.PAIR, Link.SPURIOUS, 0.35, 0.6, 8, 0);

    @Test
    void aNetworkTakesTheShortcutFirstAndLearnsTheCoreLater() {
        List<Answers> answers = train(NETWORK, 1, 0.9, 1, 16);

        assertThat(answers.getFirst().majorityAccuracy()).isGreaterThan(0.85);
        assertThat(answers.getFirst().minorityAccuracy()).isLessThan(0.3);
        assertThat(answers.getLast().majorityAccuracy()).isGreaterThan(0.95);
        assertThat(answers.getLast().minorityAccuracy()).isGreaterThan(0.6);
    }

    @Test
    void aLinearModelNeverLearnsThePair() {
        // Without the core it answers by the shortcut: right in one group as often as wrong in the
        // other. Four standard errors of two accuracies over 1,000 examples each.
        Answers answers = train(LINEAR, 1, 0.9, 16).getFirst();

        assertThat(answers.majorityAccuracy() + answers.minorityAccuracy())
                .isCloseTo(1, within(0.09));
    }

    @Test
    void weightsThatBalanceTheGroupsTakeTheShortcutAway() {
        Answers plain = train(NETWORK, 1, 0.9, 2).getFirst();
        Answers balanced = train(NETWORK, 9, 0.9, 2).getFirst();

        assertThat(balanced.minorityAccuracy()).isGreaterThan(plain.minorityAccuracy() + 0.2);
    }

    @Test
    void theSameSourceGivesTheSameAnswers() {
        assertThat(train(NETWORK, 1, 0.9, 1).getFirst().minority())
                .isEqualTo(train(NETWORK, 1, 0.9, 1).getFirst().minority());
    }

    @Test
    void aMixtureLiesOnTheLineBetweenItsModels() {
        List<Answers> answers = train(NETWORK, 1, 0.9, 1, 16);
        Answers first = answers.getFirst();
        Answers last = answers.getLast();

        Answers half = first.mixedWith(last, 0.5, new SplittableRandom(1));

        // Four standard errors of an accuracy over 1,000 examples.
        assertThat(half.majorityAccuracy())
                .isCloseTo((first.majorityAccuracy() + last.majorityAccuracy()) / 2, within(0.064));
        assertThat(half.minorityAccuracy())
                .isCloseTo((first.minorityAccuracy() + last.minorityAccuracy()) / 2, within(0.064));
        assertThat(first.mixedWith(last, 1, new SplittableRandom(1))).isNotNull();
        assertThat(first.mixedWith(last, 1, new SplittableRandom(1)).majority())
                .isEqualTo(first.majority());
    }

    @Test
    void aTrainingThatDivergesIsNamed() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        training(1, 0.9)
                                .train(
                                        new Recipe(NETWORK, 16, 1e20),
                                        new int[] {4},
                                        new SplittableRandom(2)))
                .withMessageContaining("the training of 32 ReLU diverged")
                .withMessageContaining("with rate 1.0E20");
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recipe(NETWORK, 0, 0.1))
                .withMessageContaining("batch: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Recipe(NETWORK, 1, -1))
                .withMessageContaining("rate: -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Architecture("none", Bend.TANH, List.of(0)))
                .withMessageContaining("none: a hidden layer of 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Answers(new boolean[0], new boolean[3]))
                .withMessageContaining("0 examples of the majority");
        Sample one = new Sample(new double[2][11], new boolean[2], new boolean[2]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Training(TENSORS, one, new double[] {1, 1}, one, one))
                .withMessageContaining(
                        "all 2 examples have the label 0: there is nothing to learn");
    }

    private List<Answers> train(
            Architecture architecture, double minorityWeight, double share, int... epochs) {
        return training(minorityWeight, share)
                .train(new Recipe(architecture, 16, 0.1), epochs, new SplittableRandom(5));
    }

    private Training training(double minorityWeight, double share) {
        SplittableRandom random = new SplittableRandom(3);
        Sample sample = population.training(1_000, share, random);
        double[] weights = new double[1_000];
        Arrays.setAll(weights, i -> sample.ofMajority()[i] ? 1 : minorityWeight);
        return new Training(
                TENSORS,
                sample,
                weights,
                population.test(1_000, true, random),
                population.test(1_000, false, random));
    }
}
