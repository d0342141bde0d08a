@NullMarked
package org.broadsheet.reproductions.deeplinear;

import org.jspecify.annotations.NullMarked;
