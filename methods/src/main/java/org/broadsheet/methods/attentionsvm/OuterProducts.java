package org.broadsheet.methods.attentionsvm;

/// The matrix `sum left_i right_i^T`, as the gradient of an attention layer comes: one product for
/// each prompt.
///
/// @param left vectors of `d` values
/// @param right as many, likewise
public record OuterProducts(double[][] left, double[][] right) {
    /// As rows.
    public double[][] matrix() {
        double[][] matrix = new double[left[0].length][right[0].length];
        for (int i = 0; i < left.length; i++) {
            Vectors.addOuter(1, left[i], right[i], matrix);
        }
        return matrix;
    }
}
