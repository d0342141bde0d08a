/// How fast waves of the nonlinear Schrödinger equation are followed, beside numpy and scipy.
@NullMarked
package org.broadsheet.benchmarks.schroedinger;

import org.jspecify.annotations.NullMarked;
