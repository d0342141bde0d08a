/// The embedder beside the bare runtime, on the same texts in the same run.
@NullMarked
package org.broadsheet.benchmarks.embedding;

import org.jspecify.annotations.NullMarked;
