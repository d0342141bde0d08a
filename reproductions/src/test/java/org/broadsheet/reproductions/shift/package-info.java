/// The verdicts on the moon, and what its knobs do to them.
@NullMarked
package org.broadsheet.reproductions.shift;

import org.jspecify.annotations.NullMarked;
