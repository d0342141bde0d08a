/// The trainable layers of "Hopfield Networks is All You Need" (arXiv:2008.02217, 2020) over
/// `methods.tensor`, and the learning from bags with which they are compared with other ways of
/// pooling. A batch is a tensor (batch, patterns, features).
@NullMarked
package org.broadsheet.methods.hopfield.layer;

import org.jspecify.annotations.NullMarked;
