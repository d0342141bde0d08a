package org.broadsheet.methods.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.broadsheet.methods.conditioning.RecallModel.Learned;
import org.broadsheet.methods.conditioning.RecallModel.ReadOut;
import org.broadsheet.methods.conditioning.RecallModel.Shape;
import org.broadsheet.methods.tensor.Tensors;
import org.junit.jupiter.api.Test;

class RecallModelTest {
    private static final Tensors TENSORS = Tensors.floats().threads(1);
    private static final Shape SHAPE = new Shape(32, 4, 8, 8);

    @Test
    void withRandomKeysItHoldsWhatTheLawSays() {
        RecallModel model = model(ReadOut.LINEAR);
        model.train(Learned.ALL_BUT_KEYS, 8, 400, 0.01, (_, _) -> {});

        double law =
                RecallModel.expectedAccuracy(
                        8, 4, model.squaredOverlap(), 20_000, new SplittableRandom(2));
        // The overlaps of 32 keys in 8 dimensions are not normal: 0.03 is five standard errors.
        assertThat(model.accuracy(8, 6_000)).isCloseTo(law, within(0.03));
    }

    @Test
    void learnedKeysSpreadNearlyAsFarAsTheyCan() {
        RecallModel model = model(ReadOut.LINEAR);
        double before = model.squaredOverlap();
        model.train(Learned.EVERYTHING, 8, 600, 0.01, (_, _) -> {});

        double least = CapacityLaws.leastSquaredOverlap(32, 8);
        assertThat(before).isGreaterThan(1.2 * least);
        assertThat(model.squaredOverlap()).isBetween(least * (1 - 1e-3), 1.15 * least);
    }

    @Test
    void keysThatAreNotLearnedStay() {
        RecallModel model = model(ReadOut.LINEAR);
        double before = model.squaredOverlap();
        model.train(Learned.ALL_BUT_KEYS, 8, 5, 0.01, (_, _) -> {});

        assertThat(model.squaredOverlap()).isEqualTo(before);
    }

    @Test
    void aSoftmaxReadOutLearnsToHoldAllSymbols() {
        RecallModel model = model(ReadOut.SOFTMAX);
        model.train(Learned.EVERYTHING, 8, 600, 0.01, (_, _) -> {});

        assertThat(model.accuracy(32, 2_000)).isGreaterThan(0.98);
    }

    @Test
    void theLawForOnePairIsCertainAndForManyIsChance() {
        SplittableRandom random = new SplittableRandom(1);

        assertThat(RecallModel.expectedAccuracy(1, 4, 1, 100, random)).isOne();
        // Four standard errors of 20,000 draws, over a chance of 1/4 that the pair itself lifts.
        assertThat(RecallModel.expectedAccuracy(4_000, 4, 1, 20_000, random))
                .isCloseTo(0.25, within(0.025));
    }

    @Test
    void aTrainingThatDivergesIsNamed() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        model(ReadOut.LINEAR).train(Learned.EVERYTHING, 8, 50, 1e30, (_, _) -> {}))
                .withMessageContaining("the training of recall diverged")
                .withMessageContaining("with rate 1.0E30");
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Shape(32, 1, 8, 8))
                .withMessageContaining("1 classes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model(ReadOut.LINEAR).accuracy(33, 1))
                .withMessageContaining("33 pairs are to be bound")
                .withMessageContaining("1 to 32");
    }

    private static RecallModel model(ReadOut readOut) {
        return new RecallModel(SHAPE, readOut, TENSORS, new SplittableRandom(7));
    }
}
