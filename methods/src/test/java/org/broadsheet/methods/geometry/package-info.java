@NullMarked
package org.broadsheet.methods.geometry;

import org.jspecify.annotations.NullMarked;
