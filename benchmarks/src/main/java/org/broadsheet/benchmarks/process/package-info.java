/// Programs under measurement: starting them, waiting for their first page, their memory and
/// processor time, and ending them again.
@NullMarked
package org.broadsheet.benchmarks.process;

import org.jspecify.annotations.NullMarked;
