/// Tests of what the benchmarks count with.
@NullMarked
package org.broadsheet.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
