package org.broadsheet.methods.hopfield.layer;

import org.broadsheet.methods.tensor.Linear;
import org.broadsheet.methods.tensor.Tensor;

/// This is the attention of transformers (Vaswani and others 2017) with several heads and the scale
/// `1 / sqrt(d_k)`, over the projections of a Hopfield layer and in plain loops that share no code
/// with it: what the layer must be equal to.
public final class PlainAttention {
    private final Hopfield layer;
    private final int heads;
    private final int size;

    /// Attention with the weights that `layer` has whenever it is asked.
    public PlainAttention(Hopfield layer) {
        this.layer = layer;
        this.heads = layer.association().heads();
        this.size = layer.association().size();
    }

    /// Attends from the states `[state][feature]` to the stored patterns `[pattern][feature]`:
    /// `[state][output feature]`.
    public double[][] attend(double[][] states, double[][] stored) {
        double[][] queries = projected(states, layer.query());
        double[][] keys = projected(stored, layer.key());
        double[][] values = projected(keys, layer.value());
        double[][] read = new double[queries.length][heads * size];
        for (int head = 0; head < heads; head++) {
            for (int state = 0; state < queries.length; state++) {
                read(queries[state], keys, values, head, read[state]);
            }
        }
        return projected(read, layer.output());
    }

    private void read(double[] query, double[][] keys, double[][] values, int head, double[] into) {
        int from = head * size;
        double sum = 0;
        for (int k = 0; k < keys.length; k++) {
            double product = 0;
            for (int i = from; i < from + size; i++) {
                product += query[i] * keys[k][i];
            }
            double weight = Math.exp(product / Math.sqrt(size));
            sum += weight;
            for (int i = from; i < from + size; i++) {
                into[i] += weight * values[k][i];
            }
        }
        for (int i = from; i < from + size; i++) {
            into[i] /= sum;
        }
    }

    private static double[][] projected(double[][] rows, Linear projection) {
        Tensor weight = projection.weight();
        Tensor bias = projection.bias();
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
