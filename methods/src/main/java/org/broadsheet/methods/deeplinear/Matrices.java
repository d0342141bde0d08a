package org.broadsheet.methods.deeplinear;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.broadsheet.methods.tensor.Tensor;
import org.broadsheet.methods.tensor.Tensors;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/// These are the matrices that the theory is about, as tensors of shape (rows, columns).
public final class Matrices {
    private Matrices() {}

    public static Tensor identity(Tensors tensors, int size) {
        return diagonal(tensors, size, size, ones(size));
    }

    /// Zero but for the diagonal.
    ///
    /// @param values at most as many as the shorter side; the rest is 0
    public static Tensor diagonal(Tensors tensors, int rows, int columns, double[] values) {
        if (values.length > Math.min(rows, columns)) {
            throw new IllegalArgumentException(
                    "%d values on the diagonal of %d by %d; accepted are at most %d"
                            .formatted(values.length, rows, columns, Math.min(rows, columns)));
        }
        double[] all = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            all[i * columns + i] = values[i];
        }
        return tensors.of(all, rows, columns);
    }

    /// A matrix with orthonormal columns (rows, if there are more columns), uniform over all such:
    /// the Q of a Gaussian matrix, its columns signed so that R has a positive diagonal (Mezzadri
    /// 2007).
    public static Tensor orthogonal(
            Tensors tensors, int rows, int columns, RandomGenerator random) {
        int length = Math.max(rows, columns);
        int count = Math.min(rows, columns);
        RealMatrix gaussian = MatrixUtils.createRealMatrix(length, count);
        for (int i = 0; i < length; i++) {
            for (int j = 0; j < count; j++) {
                gaussian.setEntry(i, j, random.nextGaussian());
            }
        }
        QRDecomposition decomposition = new QRDecomposition(gaussian);
        RealMatrix q = decomposition.getQ().getSubMatrix(0, length - 1, 0, count - 1);
        for (int j = 0; j < count; j++) {
            double sign = Math.signum(decomposition.getR().getEntry(j, j));
            q.setColumnVector(j, q.getColumnVector(j).mapMultiply(sign));
        }
        return tensors.of((rows >= columns ? q : q.transpose()).getData());
    }

    /// The singular values, the largest first.
    ///
    /// @throws IllegalArgumentException if an element is not finite
    public static double[] singularValues(Tensor matrix) {
        return new SingularValueDecomposition(real(matrix)).getSingularValues();
    }

    /// The decomposition U S Vᵀ.
    ///
    /// @throws IllegalArgumentException if an element is not finite
    public static SingularValueDecomposition decompose(Tensor matrix) {
        return new SingularValueDecomposition(real(matrix));
    }

    private static RealMatrix real(Tensor matrix) {
        int[] shape = matrix.shape();
        double[] values = matrix.toArray();
        RealMatrix real = MatrixUtils.createRealMatrix(shape[0], shape[1]);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "element (%d, %d) is %s; accepted are finite numbers"
                                .formatted(i / shape[1], i % shape[1], values[i]));
            }
            real.setEntry(i / shape[1], i % shape[1], values[i]);
        }
        return real;
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }
}
