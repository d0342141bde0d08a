/// "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks"
/// (1312.6120): what the paper claims of how linear networks learn, measured with
/// `methods.deeplinear`. [DeepLinearLearning] states the claims; each other class measures some of
/// them.
@NullMarked
package org.broadsheet.reproductions.deeplinear;

import org.jspecify.annotations.NullMarked;
