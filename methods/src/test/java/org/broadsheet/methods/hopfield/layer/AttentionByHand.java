package org.broadsheet.methods.hopfield.layer;

import java.util.List;
import org.broadsheet.methods.tensor.Tensor;

/// This is multi-head attention in plain loops over a layer's weights, one batch element: the oracle.
final class AttentionByHand {
    private AttentionByHand() {}

    static double[] of(List<Tensor> parameters, int heads, Tensor state, Tensor stored) {
        double[][] keys = linear(rows(stored), parameters.get(2), parameters.get(3));
        double[][] queries = linear(rows(state), parameters.get(0), parameters.get(1));
        double[][] values = linear(keys, parameters.get(4), parameters.get(5));
        int width = keys[0].length;
        int size = width / heads;
        double[][] read = new double[queries.length][width];
        for (int head = 0; head < heads; head++) {
            for (int q = 0; q < queries.length; q++) {
                double sum = 0;
                for (int k = 0; k < keys.length; k++) {
                    double product = 0;
                    for (int i = head * size; i < (head + 1) * size; i++) {
                        product += queries[q][i] * keys[k][i];
                    }
                    double weight = Math.exp(product / Math.sqrt(size));
                    sum += weight;
                    for (int i = head * size; i < (head + 1) * size; i++) {
                        read[q][i] += weight * values[k][i];
                    }
                }
                for (int i = head * size; i < (head + 1) * size; i++) {
                    read[q][i] /= sum;
                }
            }
        }
        double[][] output = linear(read, parameters.get(6), parameters.get(7));
        double[] flat = new double[output.length * output[0].length];
        for (int i = 0; i < flat.length; i++) {
            flat[i] = output[i / output[0].length][i % output[0].length];
        }
        return flat;
    }

    private static double[][] rows(Tensor patterns) {
        int[] shape = patterns.shape();
        double[][] rows = new double[shape[1]][shape[2]];
        for (int i = 0; i < shape[1]; i++) {
            for (int j = 0; j < shape[2]; j++) {
                rows[i][j] = patterns.get(0, i, j);
            }
        }
        return rows;
    }

    private static double[][] linear(double[][] rows, Tensor weight, Tensor bias) {
        double[][] result = new double[rows.length][bias.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int out = 0; out < bias.size(); out++) {
                result[i][out] = bias.get(out);
                for (int in = 0; in < rows[i].length; in++) {
                    result[i][out] += rows[i][in] * weight.get(out, in);
                }
            }
        }
        return result;
    }
}
