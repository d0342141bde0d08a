/// How fast records come into store and index, and what memory that takes.
@NullMarked
package org.broadsheet.benchmarks.intake;

import org.jspecify.annotations.NullMarked;
