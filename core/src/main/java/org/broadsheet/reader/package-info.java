/// Readers: who has an account in the house. Votes, comments and notices name a reader by the id
/// alone. Knows none of the other packages but the text rules.
@NullMarked
package org.broadsheet.reader;

import org.jspecify.annotations.NullMarked;
