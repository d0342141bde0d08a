package org.broadsheet.methods.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryTest {
    private static final double ROUNDING = 1e-12;

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 1, 2})
    void aNudgedExclusiveOrIsAlignedWithItsLabelsByTheClosedForm(double nudge) {
        ConditionTask task = ConditionTask.nudgedXor(20, nudge, random);

        // The kernels of the three directions are orthogonal: 1, 1 and nudge² of equal norms.
        double square = nudge * nudge;
        assertThat(Geometry.alignment(task.means(), task.targets()))
                .isEqualTo(square / Math.sqrt(2 + square * square), within(ROUNDING));
    }

    @Test
    void alignmentDoesNotSeeRotationScaleAndShift() {
        double[][] points = {{1, 2}, {0, -1}, {3, 1}};
        double[][] turned =
                Arrays.stream(points)
                        .map(p -> new double[] {5 - 2 * p[1], 7 + 2 * p[0]})
                        .toArray(double[][]::new);

        assertThat(Geometry.alignment(points, turned)).isEqualTo(1, within(ROUNDING));
    }

    @Test
    void aTwistLeadsFromALabelInTheInputsToAnExclusiveOr() {
        assertThat(alignment(ConditionTask.twistedCube(10, 0, random)))
                .isEqualTo(1 / Math.sqrt(3), within(ROUNDING));
        assertThat(alignment(ConditionTask.twistedCube(10, 180, random)))
                .isEqualTo(0, within(ROUNDING));
        assertThat(alignment(ConditionTask.cube(3, 10, new int[] {7}, random)))
                .isEqualTo(0, within(ROUNDING));
        assertThat(alignment(ConditionTask.cube(3, 10, new int[] {1, 2, 4}, random)))
                .isEqualTo(1, within(ROUNDING));
    }

    private static double alignment(ConditionTask task) {
        return Geometry.alignment(task.means(), task.targets());
    }

    @Test
    void randomConditionsHaveUncorrelatedBalancedOutputs() {
        ConditionTask task = ConditionTask.unstructured(8, 5, 7, random);

        for (int one = 0; one < 7; one++) {
            assertThat(task.dichotomy(one).isBalanced()).isTrue();
            for (int other = 0; other < one; other++) {
                int product = 0;
                for (int[] labels : task.labels()) {
                    product += (2 * labels[one] - 1) * (2 * labels[other] - 1);
                }
                assertThat(product).isZero();
            }
        }
    }

    @Test
    void parallelismIsOneForAShiftAndMinusOneForAnExclusiveOrInThePlane() {
        double[][] square = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
        var side = new Dichotomy(new boolean[] {false, true, false, true});
        var diagonal = new Dichotomy(new boolean[] {false, true, true, false});

        assertThat(Geometry.parallelism(square, side)).isEqualTo(1, within(ROUNDING));
        // Each pairing of the diagonals' ends has two opposite differences.
        assertThat(Geometry.parallelism(square, diagonal)).isEqualTo(-1, within(ROUNDING));
    }

    @Test
    void participationCountsTheDimensions() {
        double[][] tetrahedron = {{1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};

        assertThat(Geometry.participationRatio(tetrahedron)).isEqualTo(3, within(ROUNDING));
        assertThat(Geometry.participationRatio(new double[][] {{0, 1}, {0, 2}, {0, 5}}))
                .isEqualTo(1, within(ROUNDING));
    }

    @Test
    void eightConditionsHaveThirtyFiveBalancedDichotomies() {
        assertThat(Dichotomy.balanced(8)).hasSize(35).allMatch(Dichotomy::isBalanced);
        assertThat(Dichotomy.balanced(4)).hasSize(3);
    }

    @Test
    void decodersGeneraliseAlongAnAxisAndAreMisledByAnExclusiveOr() {
        double[][] square = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
        ConditionTask task =
                new ConditionTask(square, new int[][] {{0, 0}, {1, 1}, {0, 1}, {1, 0}});
        ConditionTask.Samples samples = task.draw(100, 0.05, random);
        Decoding decoding = new Decoding(samples.inputs(), samples.condition(), 0.01);

        // Right where the two left out are parallel to the two learned from; where they are the
        // ends
        // of a diagonal, the other diagonal tells nothing of them: (1 + 1 + 1/2 + 1/2) / 4.
        assertThat(decoding.crossCondition(List.of(task.dichotomy(0))))
                .isEqualTo(0.75, within(0.05));
        // What tells the two conditions learned from apart says the opposite of the two asked.
        assertThat(decoding.crossCondition(List.of(task.dichotomy(1)))).isLessThan(0.1);
        // Two of the three balanced dichotomies are linear; a line gets half of the third right.
        assertThat(decoding.shattering(4)).isBetween(0.75, 0.95);
    }

    @Test
    void theDecoderIsTheRidgeRegressionOfTheNormalEquations() {
        double[][] points = {{1, 0}, {2, 1}, {0, 3}, {-1, 1}};
        boolean[] first = {true, true, false, false};
        var decoder = new LinearDecoder(points, 0.5).decoder(first);

        // At the minimum the derivatives by weights and offset are 0.
        double ridge = 0.5 * (trace(points) / 2);
        double[] derivative = {ridge * decoder.weights()[0], ridge * decoder.weights()[1], 0};
        for (int i = 0; i < points.length; i++) {
            double answer = Geometry.dot(decoder.weights(), points[i]) + decoder.offset();
            double wrong = answer - (first[i] ? 1 : -1);
            derivative[0] += wrong * points[i][0];
            derivative[1] += wrong * points[i][1];
            derivative[2] += wrong;
        }
        assertThat(derivative).containsExactly(new double[] {0, 0, 0}, within(ROUNDING));
    }

    private static double trace(double[][] points) {
        double sum = 0;
        double[][] kernel = Geometry.kernel(points);
        for (int i = 0; i < kernel.length; i++) {
            sum += kernel[i][i];
        }
        return sum;
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void theSlopeOfAnActivationIsItsDerivative(Activation activation) {
        var tensors = org.broadsheet.methods.tensor.Tensors.doubles().threads(1);
        for (double x : new double[] {-2.3, -0.7, -0.1, 0.2, 0.6, 1.7}) {
            double up = activation.of(tensors.scalar(x + 1e-5)).item();
            double down = activation.of(tensors.scalar(x - 1e-5)).item();
            // Central differences: the step squared, and rounding over the step.
            assertThat(activation.slope(x)).isEqualTo((up - down) / 2e-5, within(1e-8));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void activationsThatSaturateAreFlatOnBothSides(Activation activation) {
        boolean isFlat = activation.slope(-30) < 1e-12 && activation.slope(30) < 1e-12;

        assertThat(isFlat).isEqualTo(activation.saturatesOnBothSides());
        assertThat(Activation.of(activation.title())).isEqualTo(activation);
    }

    @Test
    void tasksWithoutVarianceAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ConditionTask(new double[][] {{0}, {1}}, new int[][] {{1}, {1}}))
                .withMessageContaining("output 0 is 1 in every condition");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Geometry.alignment(new double[][] {{1}, {1}}, new double[][] {{1}, {2}}))
                .withMessageContaining("zero variance");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Geometry.parallelism(
                                new double[][] {{1}, {1}, {1}, {2}},
                                new Dichotomy(new boolean[] {true, false, true, false})))
                .withMessageContaining("at the same point");
    }

    @Test
    void valuesThatAreNotAcceptedAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionTask.nudgedXor(2, 0.5, random))
                .withMessageContaining("inputs: 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConditionTask.unstructured(6, 5, 1, random))
                .withMessageContaining("6 conditions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Activation.of("sine"))
                .withMessageContaining("half-tanh, relu");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Decoding(new double[3][1], new int[3], 0))
                .withMessageContaining("ridge: 0.0");
    }
}
