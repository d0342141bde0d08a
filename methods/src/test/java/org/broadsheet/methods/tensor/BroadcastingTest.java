package org.broadsheet.methods.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/// Broadcasting and reductions against the plainest loops over indices.
class BroadcastingTest {
    private static final Tensors TENSORS = Tensors.doubles();

    /// Two shapes that fit each other: a common one, of which each has axes cut off or at 1.
    @Provide
    Arbitrary<Tuple2<int[], int[]>> pairs() {
        return Arbitraries.integers()
                .between(1, 5)
                .array(int[].class)
                .ofMinSize(0)
                .ofMaxSize(4)
                .flatMap(common ->
                        Combinators.combine(parts(common), parts(common))
                                .as((a, b) -> Tuple.of(a, b)));
    }

    private static Arbitrary<int[]> parts(int[] common) {
        Arbitrary<boolean[]> ones =
                Arbitraries.of(true, false).array(boolean[].class).ofSize(common.length);
        Arbitrary<Integer> cuts = Arbitraries.integers().between(0, common.length);
        return Combinators.combine(ones, cuts)
                .as((one, cut) -> {
                    int[] shape = common.clone();
                    for (int i = 0; i < shape.length; i++) {
                        shape[i] = one[i] ? 1 : shape[i];
                    }
                    return Arrays.copyOfRange(shape, cut, shape.length);
                });
    }

    @Property(tries = 300, seed = "11")
    void everyElementIsThatOfTheTwoItsIndexPointsTo(@ForAll("pairs") Tuple2<int[], int[]> shapes) {
        Tensor a = random(shapes.get1());
        Tensor b = random(shapes.get2());
        Tensor difference = a.minus(b);
        for (int[] index : indices(difference.shape())) {
            assertThat(difference.get(index)).isEqualTo(stretched(a, index) - stretched(b, index));
        }
    }

    @Property(tries = 300, seed = "12")
    void theGradientOfARepeatedElementIsTheSumOverItsRepetitions(
            @ForAll("pairs") Tuple2<int[], int[]> shapes) {
        Tensor a = random(shapes.get1()).parameter();
        Tensor b = random(shapes.get2()).parameter();
        Tensor product = a.times(b);
        product.sum().backward();
        double[] expected = new double[a.size()];
        for (int[] index : indices(product.shape())) {
            expected[place(a.shape(), index)] += stretched(b, index);
        }
        // Sums of at most 625 numbers up to 1, in another order.
        assertThat(a.gradient().toArray()).containsExactly(expected, within(1e-12));
    }

    @Property(tries = 300, seed = "13")
    void aSumOverAxesAddsWhateverFallsOnOneIndex(@ForAll("pairs") Tuple2<int[], int[]> shapes) {
        Tensor large = random(Shapes.broadcast("test", shapes.get1(), shapes.get2()));
        Tensor sum = Reductions.sumTo(large, shapes.get1());
        double[] expected = new double[sum.size()];
        for (int[] index : indices(large.shape())) {
            expected[place(sum.shape(), index)] += large.get(index);
        }
        assertThat(sum.toArray()).containsExactly(expected, within(1e-12));
    }

    private static Tensor random(int[] shape) {
        return TENSORS.uniform(new SplittableRandom(Arrays.hashCode(shape)), -1, 1, shape);
    }

    private static double stretched(Tensor x, int[] index) {
        return x.toArray()[place(x.shape(), index)];
    }

    /// The place of the element that stands at an index of the stretched shape.
    private static int place(int[] shape, int[] index) {
        int place = 0;
        for (int i = 0; i < shape.length; i++) {
            int at = index[index.length - shape.length + i];
            place = place * shape[i] + (shape[i] == 1 ? 0 : at);
        }
        return place;
    }

    private static int[][] indices(int[] shape) {
        int size = Arrays.stream(shape).reduce(1, (x, y) -> x * y);
        int[][] indices = new int[size][shape.length];
        for (int i = 0; i < size; i++) {
            int rest = i;
            for (int axis = shape.length - 1; axis >= 0; axis--) {
                indices[i][axis] = rest % shape[axis];
                rest /= shape[axis];
            }
        }
        return indices;
    }
}
