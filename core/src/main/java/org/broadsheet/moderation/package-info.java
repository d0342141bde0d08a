/// Keeping order: what readers report, what was decided about it, and the log of who did what. Says
/// nothing of how something is hidden: each kind of subject does that itself. Knows readers by id.
@NullMarked
package org.broadsheet.moderation;

import org.jspecify.annotations.NullMarked;
