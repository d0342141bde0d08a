/// What is to be mailed to whom, and what became of it: a row for each mailing and reader, so that
/// nobody is lost and nobody gets anything twice. Rounds and accounts queue here; transports
/// outside of core carry the letters away.
@NullMarked
package org.broadsheet.delivery;

import org.jspecify.annotations.NullMarked;
