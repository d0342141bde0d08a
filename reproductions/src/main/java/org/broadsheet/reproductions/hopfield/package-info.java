/// "Hopfield Networks is All You Need" (2008.02217): what the paper claims of modern Hopfield
/// networks, measured with `methods.hopfield`. [HopfieldNetworks] states the claims; each other
/// class measures one of them.
@NullMarked
package org.broadsheet.reproductions.hopfield;

import org.jspecify.annotations.NullMarked;
