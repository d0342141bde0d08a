package org.broadsheet.methods.incontext;

/// What one head of a trained layer has come to, as the paper reads it: a multiple of the identity
/// from the query to the inputs, and one weight on y. For one task.
///
/// @param weight the mean of the diagonal of `K^T Q / sqrt(D)` over the inputs, the paper's omega
/// @param spread the standard deviation of that diagonal
/// @param stray the largest size of any other element that a query multiplies
/// @param output the last element of `O V`, the paper's mu
/// @param leak the largest size of its other elements
public record HeadPattern(double weight, double spread, double stray, double output, double leak) {
    /// Of one head.
    public static HeadPattern of(InContextAttention layer, int head) {
        int dimension = layer.shape().dimension();
        double[][] keyQuery = layer.keyQuery(head);
        double[] outputValue = layer.outputValue(head)[0];
        double sum = 0;
        double squares = 0;
        double stray = 0;
        double leak = 0;
        for (int i = 0; i < dimension; i++) {
            sum += keyQuery[i][i];
            squares += keyQuery[i][i] * keyQuery[i][i];
            leak = Math.max(leak, Math.abs(outputValue[i]));
        }
        for (int i = 0; i < keyQuery.length; i++) {
            for (int j = 0; j < dimension; j++) {
                if (i != j) {
                    stray = Math.max(stray, Math.abs(keyQuery[i][j]));
                }
            }
        }
        double mean = sum / dimension;
        double spread = Math.sqrt(Math.max(0, squares / dimension - mean * mean));
        return new HeadPattern(mean, spread, stray, outputValue[dimension], leak);
    }
}
