package org.broadsheet.methods.attentionsvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.attentionsvm.Separation.Inseparable;
import org.broadsheet.methods.attentionsvm.Separation.Separator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

class AttentionSvmTest {
    /// ojAlgo's own accuracy is about 1e-6 of the objective here.
    @ParameterizedTest
    @CsvSource({"1,5,2", "2,3,2", "3,4,3", "4,6,4", "6,8,5", "2,20,3", "8,3,4", "5,12,5"})
    void theFrobeniusMachineAgreesWithAnIndependentSolver(int count, int length, int dimension) {
        for (int seed = 0; seed < 5; seed++) {
            Prompts prompts = Draw.prompts(count, length, dimension, seed);
            int[] chosen =
                    prompts.bestTokens(new LinearHead(Prompts.unit(dimension, Draw.random(99))));

            Separation ours = FrobeniusSvm.solve(Margins.of(prompts, chosen));
            Optimisation.Result theirs = quadraticProgram(prompts, chosen);

            if (ours instanceof Separator separator) {
                assertThat(theirs.getState().isOptimal()).isTrue();
                assertThat(separator.norm())
                        .isCloseTo(Math.sqrt(theirs.getValue()), within(1e-4 * separator.norm()));
                assertThat(separator.gap()).isLessThan(1e-8);
                assertThat(Margins.of(prompts, chosen).least(separator.weights()))
                        .isCloseTo(1, within(1e-9));
            } else {
                assertThat(theirs.getState().isFeasible()).isFalse();
            }
        }
    }

    private static Optimisation.Result quadraticProgram(Prompts prompts, int[] chosen) {
        var model = new ExpressionsBasedModel();
        int size = prompts.dimension();
        List<Variable> w = new ArrayList<>();
        Expression norm = model.newExpression("norm").weight(1);
        for (int k = 0; k < size * size; k++) {
            w.add(model.newVariable("w" + k));
            norm.set(w.get(k), w.get(k), 1);
        }
        for (int i = 0; i < chosen.length; i++) {
            for (int t = 0; t < prompts.length(); t++) {
                if (t != chosen[i]) {
                    Expression margin = model.newExpression("margin " + i + " " + t).lower(1);
                    for (int k = 0; k < size * size; k++) {
                        double[][] tokens = prompts.tokens()[i];
                        margin.set(
                                w.get(k),
                                (tokens[chosen[i]][k / size] - tokens[t][k / size])
                                        * prompts.queries()[i][k % size]);
                    }
                }
            }
        }
        return model.minimise();
    }

    @Test
    void aSingleMarginHasTheSameClosedFormInBothNorms() {
        // W = a z' / (|a|^2 |z|^2): the shortest matrix with a' W z = 1.
        Prompts prompts =
                new Prompts(
                        new double[][][] {{{3, 0}, {0, 0}}},
                        new double[][] {{0, 2}},
                        new double[] {1});
        Margins margins = Margins.of(prompts, new int[] {0});

        assertThat(separator(FrobeniusSvm.solve(margins)).weights())
                .isDeepEqualTo(new double[][] {{0, 1.0 / 6}, {0, 0}});
        Separator nuclear = separator(NuclearSvm.solve(margins, NuclearSvm.Accuracy.FINE));
        assertThat(nuclear.norm()).isCloseTo(1.0 / 6, within(1e-6));
        assertThat(nuclear.weights()[0][1]).isCloseTo(1.0 / 6, within(1e-6));
    }

    @Test
    void orthogonalMarginsGiveTheIdentityWithNormsRootDAndD() {
        int d = 4;
        double[][][] tokens = new double[d][2][d];
        double[][] queries = new double[d][d];
        double[] labels = new double[d];
        for (int i = 0; i < d; i++) {
            tokens[i][0][i] = 1;
            queries[i][i] = 1;
            labels[i] = 1;
        }
        Margins margins = Margins.of(new Prompts(tokens, queries, labels), new int[d]);

        // One prompt's margin fixes one element of the diagonal at 1, or more; the sum of the
        // diagonal is no larger than the nuclear norm.
        assertThat(separator(FrobeniusSvm.solve(margins)).norm()).isCloseTo(2, within(1e-12));
        assertThat(separator(NuclearSvm.solve(margins, NuclearSvm.Accuracy.FINE)).norm())
                .isCloseTo(4, within(1e-4));
    }

    @Test
    void theNuclearMachineIsNoLongerThanAnythingThatKeepsTheMargins() {
        for (int seed = 0; seed < 5; seed++) {
            Prompts prompts = Draw.prompts(4, 5, 6, seed);
            Margins margins = Margins.of(prompts, new int[4]);
            Separator nuclear = separator(NuclearSvm.solve(margins, NuclearSvm.Accuracy.FINE));
            Separator frobenius = separator(FrobeniusSvm.solve(margins));

            assertThat(nuclear.gap()).isBetween(0.0, 1e-5);
            assertThat(margins.least(nuclear.weights())).isCloseTo(1, within(1e-9));
            assertThat(nuclear.norm()).isLessThan(Matrices.nuclearNorm(frobenius.weights()));
            assertThat(Matrices.frobeniusNorm(nuclear.weights())).isGreaterThan(frobenius.norm());
            RandomGenerator random = Draw.random(100 + seed);
            for (int trial = 0; trial < 200; trial++) {
                double[][] other = Vectors.copy(nuclear.weights());
                double size = Math.pow(10, -random.nextInt(4));
                for (double[] row : other) {
                    for (int j = 0; j < row.length; j++) {
                        row[j] += size * random.nextGaussian();
                    }
                }
                if (margins.least(other) > 0) {
                    assertThat(Matrices.nuclearNorm(FrobeniusSvm.feasible(other, margins)))
                            .isGreaterThanOrEqualTo(nuclear.norm() * (1 - 1e-5));
                }
            }
        }
    }

    @Test
    void aNuclearSolutionHasZerosAmongItsSingularValues() {
        Margins margins = Margins.of(Draw.prompts(6, 8, 10, 3), new int[6]);

        Separator nuclear = separator(NuclearSvm.solve(margins, NuclearSvm.Accuracy.FINE));
        Separator frobenius = separator(FrobeniusSvm.solve(margins));

        assertThat(Matrices.rank(nuclear.weights(), 1e-7))
                .isLessThan(Matrices.rank(frobenius.weights(), 1e-7));
        // W is made of products with six queries, so it can have no larger rank.
        assertThat(Matrices.rank(frobenius.weights(), 1e-7)).isEqualTo(6);
    }

    @Test
    void aTokenBetweenTwoOthersCannotBeSeparatedAndTheAnswerProvesIt() {
        Prompts prompts =
                new Prompts(
                        new double[][][] {{{0, 0}, {1, 1}, {-1, -1}}},
                        new double[][] {{1, 0}},
                        new double[] {1});
        Margins margins = Margins.of(prompts, new int[] {0});

        for (Separation answer :
                List.of(
                        FrobeniusSvm.solve(margins),
                        NuclearSvm.solve(margins, NuclearSvm.Accuracy.FINE))) {
            assertThat(answer).isInstanceOf(Inseparable.class);
            Inseparable none = (Inseparable) answer;
            assertThat(none.shares()).containsExactly(new double[] {0.5, 0.5}, within(1e-9));
            assertThat(none.length()).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void twoEqualTokensAreNamedInseparable() {
        Prompts prompts =
                new Prompts(
                        new double[][][] {{{1, 2}, {1, 2}}},
                        new double[][] {{1, 0}},
                        new double[] {1});

        assertThat(FrobeniusSvm.solve(Margins.of(prompts, new int[1])))
                .isInstanceOf(Inseparable.class);
    }

    @Test
    void theSizeOfTheTokensChangesTheNormAndNothingElse() {
        Prompts prompts = Draw.prompts(3, 4, 5, 7);
        double[][][] large = new double[3][4][5];
        for (int i = 0; i < 3; i++) {
            for (int t = 0; t < 4; t++) {
                Vectors.add(1e6, prompts.tokens()[i][t], large[i][t]);
            }
        }
        var grown = new Prompts(large, prompts.queries(), prompts.labels());

        double norm = separator(FrobeniusSvm.solve(Margins.of(prompts, new int[3]))).norm();
        double grownNorm = separator(FrobeniusSvm.solve(Margins.of(grown, new int[3]))).norm();

        assertThat(grownNorm * 1e6).isCloseTo(norm, within(1e-9 * norm));
    }

    @Test
    void tokensThatAreNotThereAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Margins.of(Draw.prompts(1, 3, 2, 1), new int[] {3}))
                .withMessageContaining("token 3 is chosen in prompt 0; there are tokens 0 to 2");
    }

    private static Separator separator(Separation answer) {
        assertThat(answer).isInstanceOf(Separator.class);
        return (Separator) answer;
    }
}
