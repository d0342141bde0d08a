/// The discrete Fourier transform of split complex arrays. Used by the packages of papers; knows
/// none of them.
@NullMarked
package org.broadsheet.methods.fourier;

import org.jspecify.annotations.NullMarked;
