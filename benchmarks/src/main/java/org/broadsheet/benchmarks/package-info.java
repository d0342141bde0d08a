/// Measurements of the parts and of the whole; `benchmarks/README.md` has the line for each.
@NullMarked
package org.broadsheet.benchmarks;

import org.jspecify.annotations.NullMarked;
