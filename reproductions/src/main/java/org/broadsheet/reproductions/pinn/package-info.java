/// "Deep Learning solutions to singular ordinary differential equations" (arXiv 2409.20150): four
/// equations solved by networks, beside exact solutions and a classical solver. Over
/// `methods.pinn`.
@NullMarked
package org.broadsheet.reproductions.pinn;

import org.jspecify.annotations.NullMarked;
