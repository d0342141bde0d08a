package org.broadsheet.methods.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every operation, by each kind of number and kernel.
class OperationsTest {
    /// Central differences have errors of some h² + spacing/h = 4e-11 + 4e-11, times third
    /// derivatives and sums of up to a few hundred here.
    private static final double DIFFERENCES = 1e-8;

    /// 2^-23 for numbers near 1, over sums of up to 300 and functions that stretch up to 30-fold.
    private static final double FLOATS = 1e-4;

    /// Vector functions are right to some units in the last place, as are Java's; sums have another
    /// order.
    private static final double TWINS = 1e-13;

    static List<Operation> operations() {
        return Operation.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void itsGradientIsThatOfCentralDifferences(Operation operation) {
        for (Kernels kernels : Kernels.values()) {
            List<Tensor> inputs = operation.inputs(Tensors.doubles().with(kernels));
            GradientCheck check = GradientCheck.of(() -> operation.loss(inputs), inputs);
            assertThat(check.error()).as("%s, %s", kernels, check).isLessThan(DIFFERENCES);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void floatsAgreeWithDoubles(Operation operation) {
        for (Kernels kernels : Kernels.values()) {
            assertAgree(
                    operation,
                    Tensors.floats().with(kernels),
                    Tensors.doubles().with(kernels),
                    FLOATS);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void vectorsAgreeWithPlainJava(Operation operation) {
        assertAgree(
                operation,
                Tensors.doubles().with(Kernels.VECTOR),
                Tensors.doubles().with(Kernels.PLAIN),
                TWINS);
        assertAgree(
                operation,
                Tensors.floats().with(Kernels.VECTOR),
                Tensors.floats().with(Kernels.PLAIN),
                FLOATS);
    }

    private static void assertAgree(Operation operation, Tensors one, Tensors other, double near) {
        List<Tensor> x = operation.inputs(one);
        List<Tensor> y = operation.inputs(other);
        // The other's inputs are rounded as well, so that steps and ties fall alike.
        for (int i = 0; i < x.size(); i++) {
            y.get(i).assign(x.get(i).toArray());
        }
        assertThat(operation.apply(x).shape()).isEqualTo(operation.apply(y).shape());
        assertThat(operation.apply(x).toArray())
                .containsExactly(operation.apply(y).toArray(), within(near));
        operation.loss(x).backward();
        operation.loss(y).backward();
        for (int i = 0; i < x.size(); i++) {
            assertThat(x.get(i).gradient().toArray())
                    .containsExactly(y.get(i).gradient().toArray(), within(near));
        }
    }
}
