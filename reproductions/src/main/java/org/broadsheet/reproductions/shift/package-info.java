/// "Accuracy on the Curve" (2305.02995): how the accuracies of many models on a majority and on a
/// minority relate, measured with `methods.shift`. [AccuracyOnTheCurve] states the claims;
/// [Strengths] trains and judges; the other classes hold what is measured and draw it.
@NullMarked
package org.broadsheet.reproductions.shift;

import org.jspecify.annotations.NullMarked;
