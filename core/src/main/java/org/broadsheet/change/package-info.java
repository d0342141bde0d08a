/// The sequence of changes in the store, which whatever is derived from it follows: the index, the
/// kept pages. Knows none of the stores; each numbers its changes.
@NullMarked
package org.broadsheet.change;

import org.jspecify.annotations.NullMarked;
