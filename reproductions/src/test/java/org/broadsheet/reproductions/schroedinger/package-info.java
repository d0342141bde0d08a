@NullMarked
package org.broadsheet.reproductions.schroedinger;

import org.jspecify.annotations.NullMarked;
