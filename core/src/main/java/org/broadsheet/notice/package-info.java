/// Notices: what the house tells a reader about, and which kinds of it they want. Knows papers and
/// readers; comments come with the notices they cause (`discussion`).
@NullMarked
package org.broadsheet.notice;

import org.jspecify.annotations.NullMarked;
