package org.broadsheet.methods.geometry;

import java.util.Arrays;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/// This finds linear decoders of points by ridge regression on ±1: the weights w that minimise
///
/// `Σ (w x + c - y)² + λ |w|²`,
///
/// with λ a share of the mean variance, times the number of points. The work is done once for all
/// dichotomies of the same points.
///
/// Without the ridge a decoder would follow any remainder of a difference, however small beside the
/// noise of other directions.
final class LinearDecoder {
    private final double[][] points;
    private final double[] mean;
    private final CholeskyDecomposition squares;

    /// @param points (points, dimensions), at least 2 and not all the same
    /// @param ridge λ as a share of the mean variance of a dimension, above 0
    LinearDecoder(double[][] points, double ridge) {
        this.points = points;
        int size = points[0].length;
        mean = new double[size];
        for (double[] point : points) {
            for (int i = 0; i < size; i++) {
                mean[i] += point[i] / points.length;
            }
        }
        RealMatrix matrix = MatrixUtils.createRealMatrix(size, size);
        double[][] sums = new double[size][size];
        for (double[] point : points) {
            for (int i = 0; i < size; i++) {
                double left = point[i] - mean[i];
                for (int j = 0; j <= i; j++) {
                    sums[i][j] += left * (point[j] - mean[j]);
                }
            }
        }
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += sums[i][i];
        }
        if (!(trace > 0)) {
            throw new IllegalArgumentException(
                    "all points are the same; a decoder needs points that differ");
        }
        for (int i = 0; i < size; i++) {
            sums[i][i] += ridge * trace / size;
            for (int j = 0; j <= i; j++) {
                matrix.setEntry(i, j, sums[i][j]);
                matrix.setEntry(j, i, sums[i][j]);
            }
        }
        squares = new CholeskyDecomposition(matrix);
    }

    /// A decoder of two classes.
    record Decoder(double[] weights, double offset) {
        boolean isFirst(double[] point) {
            return Geometry.dot(weights, point) + offset > 0;
        }
    }

    /// @param first for each point whether it is of the first class
    Decoder decoder(boolean[] first) {
        double middle = 0;
        for (boolean one : first) {
            middle += (one ? 1.0 : -1.0) / first.length;
        }
        double[] sums = new double[mean.length];
        for (int i = 0; i < points.length; i++) {
            double target = (first[i] ? 1 : -1) - middle;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += target * (points[i][j] - mean[j]);
            }
        }
        RealVector weights = squares.getSolver().solve(new ArrayRealVector(sums, false));
        double[] array = weights.toArray();
        return new Decoder(Arrays.copyOf(array, array.length), middle - Geometry.dot(array, mean));
    }
}
