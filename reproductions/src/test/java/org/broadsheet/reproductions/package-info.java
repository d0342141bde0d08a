@NullMarked
package org.broadsheet.reproductions;

import org.jspecify.annotations.NullMarked;
