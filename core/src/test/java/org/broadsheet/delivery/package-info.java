/// Tests of what the package promises.
@NullMarked
package org.broadsheet.delivery;

import org.jspecify.annotations.NullMarked;
