package org.broadsheet.methods.pinn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static final Tensors TENSORS = Tensors.doubles().threads(1);
    private final Hypergeometric equation = new Hypergeometric(-2, 1, 1);
    private final SplittableRandom random = new SplittableRandom(7);
    private final TanhNetwork network = new TanhNetwork(TENSORS, 2, 12, random);
    private final Candidate candidate = new Candidate(equation, List.of(network));

    @Test
    void aNetworkLearnsTheSolutionThroughTheSingularPoint() {
        var training = new Training(Training.Plan.of(400, 30, 3e-3).withPolish(200));
        training.train(candidate, random, Training.Watch.NOBODY);
        double[] x = {0, 0.5, 1, 1.5, 2};
        double[] y = candidate.at(x)[0];
        for (int i = 0; i < x.length; i++) {
            // A loss of some 1e-7 leaves errors of some 1e-3; the values go from 0 to 1.
            assertThat(y[i]).isCloseTo(equation.exact(x[i]), within(0.02));
        }
    }

    @Test
    void whatIsKeptFixedStays() {
        List<Tensor> all = network.parameters();
        double[] hidden = all.get(2).toArray();
        double[] outer = all.getFirst().toArray();
        new Training(Training.Plan.of(50, 20, 3e-3))
                .train(
                        candidate,
                        network.outerParameters(),
                        Weighting.equal(),
                        random,
                        Training.Watch.NOBODY);
        assertThat(all.get(2).toArray()).containsExactly(hidden);
        assertThat(all.getFirst().toArray()).isNotEqualTo(outer);
    }

    /// The first and the last layer of the paper's network for Legendre's equation.
    @Test
    void fourHiddenLayersOfThirtyTwoHave97OuterParameters() {
        TanhNetwork paper = new TanhNetwork(TENSORS, 4, 32, random);
        assertThat(paper.outerParameters().stream().mapToInt(Tensor::size).sum()).isEqualTo(97);
        assertThat(paper.parameters().stream().mapToInt(Tensor::size).sum())
                .isEqualTo(97 + 3 * (32 * 32 + 32));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        assertThat(lossOf(3)).isEqualTo(lossOf(3)).isNotEqualTo(lossOf(4));
    }

    private double lossOf(long seed) {
        SplittableRandom own = new SplittableRandom(seed);
        Candidate other = new Candidate(equation, List.of(new TanhNetwork(TENSORS, 2, 6, own)));
        return new Training(Training.Plan.of(40, 20, 3e-3))
                .train(other, own, Training.Watch.NOBODY)
                .loss();
    }

    @Test
    void theRateFallsAlongACosineAndStartsAgainTwiceAsLong() {
        Training.Plan plan = new Training.Plan(40, 2, 1, 0.01, 10, 0);
        assertThat(plan.rateAt(0)).isEqualTo(0.01);
        assertThat(plan.rateAt(5)).isCloseTo(0.005, within(1e-15));
        assertThat(plan.rateAt(10)).isEqualTo(0.01);
        assertThat(plan.rateAt(20)).isCloseTo(0.005, within(1e-15));
        assertThat(plan.rateAt(30)).isEqualTo(0.01);
    }

    @Test
    void theWatchSeesEveryStepOfBothOptimisers() {
        List<Integer> steps = new ArrayList<>();
        new Training(Training.Plan.of(5, 20, 1e-3).withPolish(3))
                .train(candidate, random, (step, _, _) -> steps.add(step));
        assertThat(steps).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void aRateAtWhichItDivergesIsNamed() {
        assertThatExceptionOfType(DivergenceException.class)
                .isThrownBy(() ->
                        new Training(Training.Plan.of(200, 20, 1e6))
                                .train(candidate, random, Training.Watch.NOBODY))
                .withMessageContaining("1000000.0")
                .withMessageContaining("a smaller rate");
    }

    @Test
    void badPlansAreRefusedByValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.Plan.of(0, 20, 1e-3))
                .withMessageContaining("0 steps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.Plan.of(10, 20, Double.NaN))
                .withMessageContaining("NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Candidate(Accretion.ofPaper(), List.of(network)))
                .withMessageContaining("1 functions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TanhNetwork(TENSORS, 0, 5, random))
                .withMessageContaining("0 hidden layers");
    }
}
