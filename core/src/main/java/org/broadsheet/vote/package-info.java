/// Votes: one reader, one paper, one time.
@NullMarked
package org.broadsheet.vote;

import org.jspecify.annotations.NullMarked;
