/// The store as a whole, what was set aside, and the backend that lives in memory. Sums up the
/// stores that other packages declare; only `source` knows it. `storage-jdbc` has the lasting ones.
@NullMarked
package org.broadsheet.storage;

import org.jspecify.annotations.NullMarked;
