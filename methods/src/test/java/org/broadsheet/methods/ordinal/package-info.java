/// The measure against published and derived values, and its properties.
@NullMarked
package org.broadsheet.methods.ordinal;

import org.jspecify.annotations.NullMarked;
