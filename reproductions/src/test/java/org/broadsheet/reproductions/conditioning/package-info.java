/// The verdicts on attention as conditioning, and what its knobs do to them.
@NullMarked
package org.broadsheet.reproductions.conditioning;

import org.jspecify.annotations.NullMarked;
