@NullMarked
package org.broadsheet.reproductions.pinn;

import org.jspecify.annotations.NullMarked;
