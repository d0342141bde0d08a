/// The editor: picks the day's edition from the wire when no readers do, by the house's interests
/// and by what its readers voted for, with variety, and says why. Knows editions, papers, vectors
/// and votes; nothing here knows a page.
@NullMarked
package org.broadsheet.editor;

import org.jspecify.annotations.NullMarked;
