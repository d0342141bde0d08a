/// Curves through measured points, by least squares.
@NullMarked
package org.broadsheet.methods.fit;

import org.jspecify.annotations.NullMarked;
