/// Associative memories after "Hopfield Networks is All You Need" (arXiv:2008.02217, 2020): the
/// modern continuous network with its energy, update, error bound and capacity, and the binary
/// networks that it is compared with. Everything works on plain `double` arrays, one pattern a row.
/// The trainable layers are in `hopfield.layer`.
@NullMarked
package org.broadsheet.methods.hopfield;

import org.jspecify.annotations.NullMarked;
