package org.broadsheet.methods.attentionsvm;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/// Norms, ranks and directions of matrices, given as arrays of rows.
public final class Matrices {
    private Matrices() {}

    /// The cosine between two matrices as vectors, the paper's correlation: -1 to 1.
    ///
    /// @throws IllegalArgumentException when one of them is zero, and so has no direction
    public static double correlation(double[][] a, double[][] b) {
        double lengths = Vectors.norm(a) * Vectors.norm(b);
        if (!(lengths > 0)) {
            throw new IllegalArgumentException("a matrix of zeros has no direction");
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Vectors.dot(a[i], b[i]);
        }
        return sum / lengths;
    }

    /// The root of the sum of squares.
    public static double frobeniusNorm(double[][] matrix) {
        return Vectors.norm(matrix);
    }

    /// The sum of the singular values.
    public static double nuclearNorm(double[][] matrix) {
        return Arrays.stream(singularValues(matrix)).sum();
    }

    /// The number of singular values over `share` of the largest; 0 for a matrix of zeros.
    public static int rank(double[][] matrix, double share) {
        double[] values = singularValues(matrix);
        return (int) Arrays.stream(values).filter(value -> value > share * values[0]).count();
    }

    /// The largest first.
    public static double[] singularValues(double[][] matrix) {
        var svd =
                DecompositionFactory_DDRM.svd(matrix.length, matrix[0].length, false, false, true);
        decompose(svd, new DMatrixRMaj(matrix));
        double[] values =
                Arrays.copyOf(svd.getSingularValues(), Math.min(matrix.length, matrix[0].length));
        Arrays.sort(values);
        for (int i = 0, j = values.length - 1; i < j; i++, j--) {
            double value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
        return values;
    }

    static void decompose(SingularValueDecomposition_F64<DMatrixRMaj> svd, DMatrixRMaj matrix) {
        if (!svd.decompose(matrix)) {
            throw new ArithmeticException(
                    "no singular values were found; the matrix has a number that is not finite");
        }
    }

    static double[][] uniform(int rows, int columns, RandomGenerator random) {
        double bound = 1 / Math.sqrt(rows);
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextDouble(-bound, bound);
            }
        }
        return matrix;
    }

    static void requireSquare(double[][] matrix) {
        for (double[] row : matrix) {
            if (row.length != matrix.length) {
                throw new IllegalArgumentException(
                        "W has %d rows, one of them of %d values; it must be square"
                                .formatted(matrix.length, row.length));
            }
        }
    }
}
