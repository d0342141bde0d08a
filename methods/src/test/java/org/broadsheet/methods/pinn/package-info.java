@NullMarked
package org.broadsheet.methods.pinn;

import org.jspecify.annotations.NullMarked;
