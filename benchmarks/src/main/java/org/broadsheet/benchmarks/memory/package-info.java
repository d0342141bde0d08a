/// What the server holds in memory: small, and large while it makes vectors.
@NullMarked
package org.broadsheet.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
