/// The papers' methods, one package each, and what they share. Nothing here knows Broadsheet; a
/// package may use `tensor`, `fourier` and `dynamics`, never another paper's package.
@NullMarked
package org.broadsheet.methods;

import org.jspecify.annotations.NullMarked;
