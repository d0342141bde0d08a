/// How often somebody may do something: limits per account and per address, kept in the store so
/// that all nodes of a house count together. Knows none of the other packages.
@NullMarked
package org.broadsheet.limit;

import org.jspecify.annotations.NullMarked;
