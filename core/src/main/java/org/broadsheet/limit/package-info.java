/// How often somebody may do something: limits per account and per address, the one table of them
/// ([Allowance]), and what counts: the store, so that all nodes of a house count together, or a
/// node by itself. Knows none of the other packages.
@NullMarked
package org.broadsheet.limit;

import org.jspecify.annotations.NullMarked;
