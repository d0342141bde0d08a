/// Tests of what judges keywords and extracts, and of what they are worth.
@NullMarked
package org.broadsheet.benchmarks.enrichment;

import org.jspecify.annotations.NullMarked;
