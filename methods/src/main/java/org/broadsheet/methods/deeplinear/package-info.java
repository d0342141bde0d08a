/// Learning in deep linear networks after "Exact solutions to the nonlinear dynamics of learning in
/// deep linear neural networks" (arXiv:1312.6120, 2013): the closed courses of single modes
/// ([ThreeLayerMode], [DeepMode]), the networks themselves and the ways to start them
/// ([DeepLinearNetwork], [Start], [Pretraining]), their gradient descent ([Descent]), and how deep
/// networks hand gradients back ([Propagation]). Matrices are tensors of shape (rows, columns).
@NullMarked
package org.broadsheet.methods.deeplinear;

import org.jspecify.annotations.NullMarked;
