package org.broadsheet.methods.incontext;

import org.broadsheet.methods.incontext.InContextAttention.Shape;

/// These are the two products of each head that its function depends on, `A = K^T Q / sqrt(D)` and
/// `B = O V`, and the way from their gradients to those of the factors.
final class Products {
    /// For each head A, row by row.
    final double[][] keyQuery;

    /// For each head B, row by row.
    final double[][] outputValue;

    private final Shape shape;
    private final int width;
    private final int square;
    private final double scale;

    Products(Shape shape) {
        this.shape = shape;
        width = shape.width();
        square = width * width;
        scale = 1 / Math.sqrt(width);
        keyQuery = new double[shape.heads()][square];
        outputValue = new double[shape.heads()][shape.tasks() * width];
    }

    void renew(double[] weights) {
        for (int h = 0; h < shape.heads(); h++) {
            int keys = h * shape.headSize();
            int queries = keys + square;
            int values = queries + square;
            int outputs = values + square;
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    double sum = 0;
                    for (int k = 0; k < width; k++) {
                        sum += weights[keys + k * width + i] * weights[queries + k * width + j];
                    }
                    keyQuery[h][i * width + j] = scale * sum;
                }
            }
            for (int n = 0; n < shape.tasks(); n++) {
                for (int j = 0; j < width; j++) {
                    double sum = 0;
                    for (int k = 0; k < width; k++) {
                        sum += weights[outputs + n * width + k] * weights[values + k * width + j];
                    }
                    outputValue[h][n * width + j] = sum;
                }
            }
        }
    }

    /// Adds what the gradients by A and B mean for K, Q, V and O of a head.
    void chain(int head, double[] byA, double[] byB, double[] weights, double[] gradient) {
        int keys = head * shape.headSize();
        int queries = keys + square;
        int values = queries + square;
        int outputs = values + square;
        for (int k = 0; k < width; k++) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    double by = scale * byA[i * width + j];
                    gradient[keys + k * width + i] += by * weights[queries + k * width + j];
                    gradient[queries + k * width + j] += by * weights[keys + k * width + i];
                }
            }
        }
        for (int n = 0; n < shape.tasks(); n++) {
            for (int k = 0; k < width; k++) {
                for (int j = 0; j < width; j++) {
                    double by = byB[n * width + j];
                    gradient[outputs + n * width + k] += by * weights[values + k * width + j];
                    gradient[values + k * width + j] += by * weights[outputs + n * width + k];
                }
            }
        }
    }

    double[][] rows(double[] flat, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(flat, i * columns, matrix[i], 0, columns);
        }
        return matrix;
    }
}
