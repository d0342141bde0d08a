package org.broadsheet.methods.geometry;

import org.broadsheet.methods.geometry.ConditionTask.Samples;
import org.broadsheet.methods.tensor.Tensor;

/// This is the activity of a hidden layer on samples.
///
/// @param activity (samples, hidden)
/// @param condition of each sample
public record Representation(double[][] activity, int[] condition) {
    /// @param layer from 1
    public static Representation of(HiddenLayerNetwork network, Samples samples, int layer) {
        Tensor inputs = network.inputWeights().maker().of(samples.inputs());
        Tensor hidden = network.hidden(inputs, layer).detach();
        int units = hidden.shape()[1];
        double[] all = hidden.toArray();
        double[][] activity = new double[samples.count()][units];
        for (int i = 0; i < activity.length; i++) {
            System.arraycopy(all, i * units, activity[i], 0, units);
        }
        return new Representation(activity, samples.condition());
    }

    /// The mean activity of each condition: (conditions, hidden).
    ///
    /// @param conditions of which each must have a sample
    public double[][] means(int conditions) {
        double[][] means = new double[conditions][activity[0].length];
        int[] counts = new int[conditions];
        for (int i = 0; i < activity.length; i++) {
            counts[condition[i]]++;
            for (int j = 0; j < activity[i].length; j++) {
                means[condition[i]][j] += activity[i][j];
            }
        }
        for (int one = 0; one < conditions; one++) {
            if (counts[one] == 0) {
                throw new IllegalArgumentException(
                        "condition %d has no sample; accepted is 1 or more".formatted(one));
            }
            for (int j = 0; j < means[one].length; j++) {
                means[one][j] /= counts[one];
            }
        }
        return means;
    }

    /// What linear decoders read from it.
    ///
    /// @param ridge as in [Decoding]
    public Decoding decoding(double ridge) {
        return new Decoding(activity, condition, ridge);
    }
}
