package org.broadsheet.methods.conditioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.broadsheet.methods.conditioning.HeadStack.Together;
import org.junit.jupiter.api.Test;

class HeadStackTest {
    private static final int STACKS = 150;

    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void withoutInterferenceNothingIsLost() {
        HeadStack stack = new HeadStack(4, 4_096, 256, 1, 5, random);

        for (Together together : Together.values()) {
            assertThat(stack.followed(together)).containsOnly(1);
            assertThat(stack.failureOfALayer(together)).isZero();
        }
        assertThat(stack.cosine()[4]).isGreaterThan(0.99);
    }

    @Test
    void aStackIsAsReliableAsItsLayersInARow() {
        double[] followed = new double[6];
        double failure = 0;
        for (int i = 0; i < STACKS; i++) {
            Vectors.addScaled(followed, 1.0 / STACKS, stack(1).followed(Together.SUM));
            failure += stack(1).failureOfALayer(Together.SUM) / STACKS;
        }

        // Three standard errors of 2,400 symbols.
        assertThat(followed[5]).isCloseTo(Math.pow(1 - failure, 6), within(0.03));
        assertThat(failure).isBetween(0.05, 0.2);
    }

    @Test
    void oneHeadIsTheSameInEveryWay() {
        HeadStack stack = stack(1);

        assertThat(stack.followed(Together.VOTE)).isEqualTo(stack.followed(Together.SUM));
        assertThat(stack.followed(Together.ANY)).isEqualTo(stack.followed(Together.SUM));
    }

    @Test
    void nobodyVotesRightMoreOftenThanOneHeadIsRight() {
        for (int i = 0; i < 20; i++) {
            HeadStack stack = stack(3);

            assertThat(stack.failureOfALayer(Together.VOTE))
                    .isGreaterThanOrEqualTo(stack.failureOfALayer(Together.ANY));
        }
    }

    @Test
    void aChainWithoutDecisionsFollowsItsLaw() {
        for (int heads : new int[] {1, 4}) {
            double[] cosine = new double[6];
            for (int i = 0; i < STACKS; i++) {
                HeadStack stack = new HeadStack(8, 64, 1, heads, 6, random);
                Vectors.addScaled(cosine, 1.0 / STACKS, stack.cosine());
            }
            for (int layer = 0; layer < 6; layer++) {
                // The law is for mean squares: a quotient of means for a mean of quotients.
                assertThat(cosine[layer])
                        .isCloseTo(CapacityLaws.chainCosine(8, 64, heads, layer + 1), within(0.04));
            }
        }
    }

    @Test
    void badInputIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeadStack(1, 4, 4, 1, 1, random))
                .withMessageContaining("1 symbols; accepted are 2 and more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HeadStack(2, 4, 4, 0, 1, random))
                .withMessageContaining("heads: 0");
    }

    private HeadStack stack(int heads) {
        return new HeadStack(16, 16, 16, heads, 6, random);
    }
}
