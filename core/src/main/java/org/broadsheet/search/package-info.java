/// Search: the query language, the two ways of finding (words and meaning), their fusion by rank
/// and the explanation of every place. The index behind [SearchIndex] is derived from the store.
@NullMarked
package org.broadsheet.search;

import org.jspecify.annotations.NullMarked;
