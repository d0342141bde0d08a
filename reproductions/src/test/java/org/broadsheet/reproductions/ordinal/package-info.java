/// A small run of PECCARY and its parts.
@NullMarked
package org.broadsheet.reproductions.ordinal;

import org.jspecify.annotations.NullMarked;
