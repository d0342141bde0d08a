@NullMarked
package org.broadsheet.methods.schroedinger;

import org.jspecify.annotations.NullMarked;
