/// Tests of what the benchmarks count with: a wrong percentile is worse than none.
@NullMarked
package org.broadsheet.benchmarks;

import org.jspecify.annotations.NullMarked;
