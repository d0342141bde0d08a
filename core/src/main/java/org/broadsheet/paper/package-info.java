/// Papers: what is known of one, under which id, and how facts from several sources become one
/// paper. Knows nothing of days, votes or search; everything else here builds on it.
@NullMarked
package org.broadsheet.paper;

import org.jspecify.annotations.NullMarked;
