/// Order instead of size: the permutation entropy and Jensen-Shannon complexity of a time series,
/// their plane with its limits, and the sampling that makes them comparable between systems.
///
/// Source: S. Ó. Hyman, K. J. Daniel, D. A. Schaffner, "PECCARY" (arXiv 2407.11970, 2024), after C.
/// Bandt, B. Pompe (2002) and O. A. Rosso et al. (2007). Made series come from `dynamics`.
@NullMarked
package org.broadsheet.methods.ordinal;

import org.jspecify.annotations.NullMarked;
