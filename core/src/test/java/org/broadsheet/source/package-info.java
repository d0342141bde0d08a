/// Tests of the intake over the backend in memory.
@NullMarked
package org.broadsheet.source;

import org.jspecify.annotations.NullMarked;
