/// The house: what its people chose for it, as its name and its interests. Kept in the store, so
/// that every node of one house has the same. Knows none of the other packages but the text rules.
@NullMarked
package org.broadsheet.house;

import org.jspecify.annotations.NullMarked;
