/// Tests of what the benchmarks count with.
@NullMarked
package org.broadsheet.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
