package org.broadsheet.methods.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelsTest {
    private static final Path SOURCES = Path.of("src/main/java/org/broadsheet/methods/tensor");

    @Test
    void aKindHasANameForARunsIdentity() {
        assertThat(Kernels.PLAIN.kind()).isEqualTo("plain");
        assertThat(Kernels.VECTOR.kind()).isEqualTo("vector-256");
        assertThat(Tensors.doubles().kernels()).isEqualTo(Kernels.best());
    }

    /// A program that trains a little where the module is not there, and asks for it in vain.
    public static final class WithoutTheModule {
        public static void main(String[] words) {
            Tensors tensors = Tensors.doubles();
            Tensor x = tensors.scalar(3).parameter();
            new Sgd(List.of(x), 0.25).step(x::square);
            System.out.println(tensors.kernels().kind() + " " + x.item());
            try {
                tensors.with(Kernels.VECTOR);
            } catch (IllegalStateException missing) {
                System.out.println(missing.getMessage());
            }
        }
    }

    @Test
    void withoutTheModuleEverythingWorksInPlainJava() throws IOException {
        Process java =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                WithoutTheModule.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(output)
                .contains("plain 1.5")
                .contains("need --add-modules jdk.incubator.vector");
    }

    /// Java has no type that is a float or a double, so the text is there twice. This keeps the two
    /// the same.
    @ParameterizedTest
    @ValueSource(strings = {"@s", "Vector@s", "@Lanes"})
    void theLoopsForFloatsAreThoseForDoublesRenamed(String name) throws IOException {
        String floats = code(name.replace("@", "Float"));
        String doubles = code(name.replace("@", "Double"));
        assertThat(
                        floats.replace("(float)", "")
                                .replace("float", "double")
                                .replace("Float", "Double"))
                .isEqualTo(
                        doubles.replace("long", "int").replace("Long", "Int").replace("1L", "1"));
    }

    /// The text without comments and white space.
    private static String code(String file) throws IOException {
        return Files.readString(SOURCES.resolve(file + ".java"))
                .replaceAll("//[^\n]*", "")
                .replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "4,4,8", "5,257,9", "7,3,16", "13,300,33", "64,64,64", "3,600,17"})
    void aMatrixProductHasTheSameDigitsInPlainJavaAndOnVectors(int rows, int depth, int columns) {
        for (Tensors tensors : new Tensors[] {Tensors.doubles(), Tensors.floats()}) {
            Tensor plain = product(tensors.with(Kernels.PLAIN), rows, depth, columns);
            Tensor vector = product(tensors.with(Kernels.VECTOR), rows, depth, columns);
            assertThat(vector.toArray()).containsExactly(plain.toArray());
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "5,257,9", "13,300,33"})
    void aMatrixProductIsTheSumOfProducts(int rows, int depth, int columns) {
        Tensor a = Tensors.doubles().normal(new SplittableRandom(1), rows, depth);
        Tensor b = Tensors.doubles().normal(new SplittableRandom(2), depth, columns);
        Tensor c = a.matmul(b);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                for (int k = 0; k < depth; k++) {
                    sum += a.get(i, k) * b.get(k, j);
                }
                // 300 terms of size 1, rounded in another order.
                assertThat(c.get(i, j)).isCloseTo(sum, within(1e-12));
            }
        }
    }

    private static Tensor product(Tensors tensors, int rows, int depth, int columns) {
        return tensors.normal(new SplittableRandom(1), rows, depth)
                .matmul(tensors.normal(new SplittableRandom(2), depth, columns));
    }

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void anElementHasTheSameDigitsWhereverItStands(Kernels kernels) {
        double[] values = new SplittableRandom(5).doubles(21, 0.1, 2).toArray();
        for (Tensors tensors :
                new Tensors[] {Tensors.doubles().with(kernels), Tensors.floats().with(kernels)}) {
            double[] whole = tensors.of(values, 21).exp().toArray();
            for (int i = 0; i < values.length; i++) {
                assertThat(tensors.scalar(values[i]).exp().item()).isEqualTo(whole[i]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kernels.class)
    void infinitiesAndNansComeOutAsJavaHasThem(Kernels kernels) {
        double[] values = {Double.NaN, 0, -0.0, 1e-300, 800, -800, 1, -1};
        Tensor x = Tensors.doubles().with(kernels).of(values, 8);
        for (Unary f : Unary.values()) {
            double[] y = Elementwise.map(f, "f", x).toArray();
            for (int i = 0; i < values.length; i++) {
                double expected = f.value(values[i]);
                assertThat(Double.isNaN(y[i]))
                        .as("%s(%s) = %s, plainly %s", f, values[i], y[i], expected)
                        .isEqualTo(Double.isNaN(expected));
                assertThat(Double.isInfinite(y[i])).isEqualTo(Double.isInfinite(expected));
            }
        }
    }

    @Test
    void theNormalDistributionIsRightToTheLastDigits() {
        for (double x = -10; x <= 10; x += 0.037) {
            double expected = Erf.erfc(-x / Math.sqrt(2)) / 2;
            // e^(-x²/2) has a relative error of x²/2 roundings, of a term of 1/2 or less.
            assertThat(Normal.below(x)).isCloseTo(expected, within(4e-15));
        }
    }

    /// Series that end below half a unit in the last place, and some ten rounded operations.
    @ParameterizedTest
    @EnumSource(
            value = Unary.class,
            names = {"EXP", "LOG", "TANH", "SIGMOID", "SOFTPLUS"})
    void functionsOnVectorsAreRightToSomeUnitsInTheLastPlace(Unary f) {
        double[] values = new SplittableRandom(6).doubles(4_000, -30, 30).toArray();
        for (int i = 0; i < values.length; i++) {
            // Half of them of all sizes down to 1e-30; logarithms of positive numbers only.
            double x = i % 2 == 0 ? values[i] : Math.pow(10, values[i]) * (i % 4 - 2);
            values[i] = f == Unary.LOG ? Math.abs(x) : Math.clamp(x, -80, 80);
        }
        for (Tensors tensors : new Tensors[] {Tensors.doubles(), Tensors.floats()}) {
            Tensor x = tensors.with(Kernels.VECTOR).of(values, values.length);
            double[] rounded = x.toArray();
            double[] y = Elementwise.map(f, "f", x).toArray();
            for (int i = 0; i < y.length; i++) {
                double expected = f.value(rounded[i]);
                double near = 6 * tensors.spacing() * Math.abs(expected);
                assertThat(Math.abs(y[i] - expected) <= near)
                        .as("%s(%s) = %s, plainly %s", f, rounded[i], y[i], expected)
                        .isTrue();
            }
        }
    }
}
