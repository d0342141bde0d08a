/// Tests of what the benchmarks count with.
@NullMarked
package org.broadsheet.benchmarks.search;

import org.jspecify.annotations.NullMarked;
