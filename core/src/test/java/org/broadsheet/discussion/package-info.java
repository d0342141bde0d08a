/// Comments and threads.
@NullMarked
package org.broadsheet.discussion;

import org.jspecify.annotations.NullMarked;
