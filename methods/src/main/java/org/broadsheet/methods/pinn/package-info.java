/// Physics-informed networks for ordinary differential equations with singular points (arXiv
/// 2409.20150): equations multiplied through until no term is singular, networks that start at the
/// given value by construction, their training, and what judges them: closed forms, the flow of
/// Michel and a spectral solver. Uses `tensor`; knows no other paper's package.
///
/// ```java
/// Legendre equation = new Legendre(3);
/// TanhNetwork network = new TanhNetwork(Tensors.doubles(), 4, 32, random);
/// Candidate candidate = new Candidate(equation, List.of(network));
/// new Training(Training.Plan.of(5_000, 50, 1e-3)).train(candidate, random, Training.Watch.NOBODY);
/// double[] y = candidate.at(new double[] {-1, 0, 1})[0];
/// ```
@NullMarked
package org.broadsheet.methods.pinn;

import org.jspecify.annotations.NullMarked;
