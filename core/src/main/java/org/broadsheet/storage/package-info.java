/// The store as a whole: its parts, the sequence of its changes, and the backend that lives in
/// memory. `storage-jdbc` has the lasting ones.
@NullMarked
package org.broadsheet.storage;

import org.jspecify.annotations.NullMarked;
