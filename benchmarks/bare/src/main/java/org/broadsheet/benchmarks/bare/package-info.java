/// The peer of the start-up benchmark. Its own module, so that its class path is Boot's and nothing
/// else's.
@NullMarked
package org.broadsheet.benchmarks.bare;

import org.jspecify.annotations.NullMarked;
