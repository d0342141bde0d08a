/// Core's search interface over an embedded Lucene index, which is derived from the store.
@NullMarked
package org.broadsheet.search.lucene;

import org.jspecify.annotations.NullMarked;
