/// Readers, known by their ids alone: votes, and whatever else somebody leaves here, name their
/// reader by it. Knows no other package.
@NullMarked
package org.broadsheet.reader;

import org.jspecify.annotations.NullMarked;
