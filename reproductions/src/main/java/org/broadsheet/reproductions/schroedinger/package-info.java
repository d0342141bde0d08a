/// Waves of the nonlinear Schrödinger equation (arXiv 2509.05901), over `methods.schroedinger`.
@NullMarked
package org.broadsheet.reproductions.schroedinger;

import org.jspecify.annotations.NullMarked;
