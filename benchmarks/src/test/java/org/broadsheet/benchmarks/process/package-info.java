@NullMarked
package org.broadsheet.benchmarks.process;

import org.jspecify.annotations.NullMarked;
