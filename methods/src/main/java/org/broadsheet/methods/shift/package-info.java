/// Accuracy on two subpopulations (arXiv:2305.02995): made data whose majority has a shortcut that
/// fails the minority ([Population]), many networks of many kinds trained on it ([Recipe],
/// [Training], [Network]), and how their two accuracies relate: straight or bent ([CurveFit], on
/// raw or [Probit] axes), and what answering with two models at random gives ([Answers]). Networks
/// use `tensor`.
@NullMarked
package org.broadsheet.methods.shift;

import org.jspecify.annotations.NullMarked;
