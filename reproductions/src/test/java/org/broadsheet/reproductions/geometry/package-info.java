@NullMarked
package org.broadsheet.reproductions.geometry;

import org.jspecify.annotations.NullMarked;
