/// Permutation entropy beside the paper's authors' program and vectorised numpy.
@NullMarked
package org.broadsheet.benchmarks.ordinal;

import org.jspecify.annotations.NullMarked;
