/// Attention as a support vector machine (arXiv:2308.16898): one attention layer and its gradient
/// descent, in the joint weights W or in the factors K and Q; the margins that the layer's chosen
/// tokens must keep; and the two machines that keep them with the least Frobenius norm
/// ([FrobeniusSvm]) and the least nuclear norm ([NuclearSvm]). Matrices are arrays of rows.
@NullMarked
package org.broadsheet.methods.attentionsvm;

import org.jspecify.annotations.NullMarked;
