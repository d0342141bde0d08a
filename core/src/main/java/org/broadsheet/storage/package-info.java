/// The store as a whole, and the backend that lives in memory. Sums up the stores that other
/// packages declare, none of which knows it. `storage-jdbc` has the lasting ones.
@NullMarked
package org.broadsheet.storage;

import org.jspecify.annotations.NullMarked;
