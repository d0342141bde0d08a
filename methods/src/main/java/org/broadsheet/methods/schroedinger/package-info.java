/// The focusing nonlinear Schrödinger equation in one dimension, `iψ_t + ½ψ_xx + |ψ|²ψ = 0`, on a
/// periodic interval: pseudo-spectral in space, adaptive Runge-Kutta or splitting in time, with
/// exact solutions and diagnostics (arXiv 2509.05901). Uses `fourier`; knows no other paper's
/// package.
@NullMarked
package org.broadsheet.methods.schroedinger;

import org.jspecify.annotations.NullMarked;
